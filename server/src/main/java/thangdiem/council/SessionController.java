package thangdiem.council;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.words.Sentence;

/** A session of the council (phiên họp): who is there, its agenda, its beginning and end. */
@Controller
class SessionController {

  private static final String SESSION = "/rounds/{key}/council/sessions/{number}";

  private final Rounds rounds;
  private final SessionPages pages;
  private final Council council;
  private final Agenda agenda;

  SessionController(Rounds rounds, SessionPages pages, Council council, Agenda agenda) {
    this.rounds = rounds;
    this.pages = pages;
    this.council = council;
    this.agenda = agenda;
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping(SESSION)
  String session(
      Actor actor,
      @PathVariable String key,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    var round = CouncilController.opened(rounds.named(key));
    model.addAttribute(
        "session",
        pages.of(
            actor, round, number, ProposalList.Choice.of(by, why, unit, words, page), Form.EMPTY));
    return "council/session";
  }

  private static String home(String key, int number) {
    return "redirect:/rounds/" + key + "/council/sessions/" + number;
  }

  @Performs(Act.COUNCIL_PRESENCE_NOTED)
  @PostMapping(SESSION + "/presence")
  String note(
      Actor actor,
      @PathVariable String key,
      @PathVariable int number,
      @RequestParam(defaultValue = "") List<UUID> present) {
    var round = CouncilController.opened(rounds.named(key));
    council.note(actor, round, pages.session(round, number), new HashSet<>(present));
    return home(key, number);
  }

  @Performs(Act.COUNCIL_SESSION_OPENED)
  @PostMapping(SESSION + "/opened")
  String open(Actor actor, @PathVariable String key, @PathVariable int number) {
    var round = CouncilController.opened(rounds.named(key));
    council.open(actor, round, pages.session(round, number));
    return home(key, number);
  }

  @Performs(Act.COUNCIL_SESSION_CLOSED)
  @PostMapping(SESSION + "/closed")
  String close(Actor actor, @PathVariable String key, @PathVariable int number) {
    var round = CouncilController.opened(rounds.named(key));
    council.close(actor, round, pages.session(round, number));
    return home(key, number);
  }

  /** Puts something on the agenda: what the engine proposes, what a member asks for, adoption. */
  @Performs(Act.COUNCIL_AGENDA_SET)
  @PostMapping(SESSION + "/items")
  String add(
      Actor actor,
      @PathVariable String key,
      @PathVariable int number,
      @RequestParam(defaultValue = "PERSON") Source source,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String code,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = CouncilController.opened(rounds.named(key));
    var form = Form.of(typed);
    var words = source == Source.PERSON ? form.text("words", Agenda.LONGEST_WORDS) : "";
    if (source != Source.ADOPTION && unit.isEmpty()) {
      form.wrong().put("unit", Sentence.of("council.item.unit"));
    }
    if (!form.isFine()) {
      response.setStatus(CouncilController.UNPROCESSABLE);
      model.addAttribute("session", pages.of(actor, round, number, ProposalList.Choice.ALL, form));
      return "council/session";
    }
    var about = source == Source.ADOPTION ? Optional.<UUID>empty() : Optional.of(id(round, unit));
    var item =
        agenda.add(
            actor,
            round,
            pages.session(round, number),
            about,
            about.isEmpty() ? "" : code(round, code),
            source,
            words);
    return "redirect:/rounds/" + key + "/council/items/" + item;
  }

  private UUID id(Round round, String code) {
    return rounds.units(round).stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound(code + " in round " + round.key()))
        .unit();
  }

  private String code(Round round, String code) {
    if (!code.isEmpty() && rounds.criteria(round).scoredBelow(code).isEmpty()) {
      throw new NotFound("criterion " + code);
    }
    return code;
  }
}
