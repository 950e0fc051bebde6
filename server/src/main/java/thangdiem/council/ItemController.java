package thangdiem.council;

import jakarta.servlet.http.HttpServletResponse;
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
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/** Something on the agenda (nội dung biểu quyết): moved, its effect seen, voted, concluded. */
@Controller
class ItemController {

  private static final String ITEM = "/rounds/{key}/council/items/{item}";

  private final Rounds rounds;
  private final DecidingPages pages;
  private final CouncilSheets sheets;
  private final Agenda agenda;
  private final Motions motions;

  ItemController(
      Rounds rounds, DecidingPages pages, CouncilSheets sheets, Agenda agenda, Motions motions) {
    this.rounds = rounds;
    this.pages = pages;
    this.sheets = sheets;
    this.agenda = agenda;
    this.motions = motions;
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping(ITEM)
  String item(Actor actor, @PathVariable String key, @PathVariable UUID item, Model model) {
    var round = CouncilController.opened(rounds.named(key));
    return page(actor, round, item, Optional.empty(), Form.EMPTY, model);
  }

  private String page(
      Actor actor, Round round, UUID item, Optional<Proposed> previewed, Form form, Model model) {
    model.addAttribute("item", pages.of(actor, round, item, previewed, form));
    return "council/item";
  }

  private static String home(String key, UUID item) {
    return "redirect:/rounds/" + key + "/council/items/" + item;
  }

  /** What would come of what is typed, for all units; nothing is kept. */
  @ChangesNothing
  @MayOpen({Role.COUNCIL_MEMBER, Role.COUNCIL_SECRETARY, Role.CHAIRMAN})
  @PostMapping(ITEM + "/effect")
  String effect(
      Actor actor,
      @PathVariable String key,
      @PathVariable UUID item,
      @RequestParam MotionKind kind,
      @RequestParam Map<String, String> typed,
      Model model) {
    var round = CouncilController.opened(rounds.named(key));
    var form = Form.of(typed);
    var proposed = read(round, agenda.item(round, item), kind, form, false);
    return page(
        actor, round, item, form.isFine() ? Optional.of(proposed) : Optional.empty(), form, model);
  }

  private Proposed read(
      Round round, AgendaItem item, MotionKind kind, Form form, boolean reasoned) {
    if (item.unit().isEmpty() || kind == MotionKind.ADOPT) {
      if (item.unit().isPresent() || kind != MotionKind.ADOPT) {
        throw new Refusal("council.motion.other");
      }
      return Proposed.ADOPTION;
    }
    if (item.code().isEmpty() && kind != MotionKind.KEEP) {
      throw new Refusal("council.motion.other");
    }
    var unit =
        sheets.all(round).stream()
            .filter(one -> one.unit().unit().equals(item.unit().get()))
            .findFirst()
            .orElseThrow();
    return TypedProposal.read(rounds.criteria(round), unit, item.code(), kind, form, reasoned);
  }

  @Performs(Act.COUNCIL_MOTION_MADE)
  @PostMapping(ITEM + "/motions")
  String move(
      Actor actor,
      @PathVariable String key,
      @PathVariable UUID item,
      @RequestParam MotionKind kind,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = CouncilController.opened(rounds.named(key));
    var form = Form.of(typed);
    var about = agenda.item(round, item);
    var proposed = read(round, about, kind, form, true);
    if (!form.isFine()) {
      response.setStatus(CouncilController.UNPROCESSABLE);
      return page(actor, round, item, Optional.empty(), form, model);
    }
    motions.move(actor, round, about, proposed);
    return home(key, item);
  }

  private Motion latest(Round round, AgendaItem item) {
    var all = pages.motions(round, item);
    if (all.isEmpty()) {
      throw new Refusal("council.noMotion");
    }
    return all.getLast();
  }

  /** Votes on the motion that the voter had before their eyes, and on no later one. */
  @Performs(Act.COUNCIL_VOTED)
  @PostMapping(ITEM + "/votes")
  String vote(
      Actor actor,
      @PathVariable String key,
      @PathVariable UUID item,
      @RequestParam Choice choice,
      @RequestParam UUID motion) {
    var round = CouncilController.opened(rounds.named(key));
    var latest = latest(round, agenda.item(round, item));
    if (!latest.id().equals(motion)) {
      throw new Refusal("council.motion.meanwhile");
    }
    motions.vote(actor, round, latest, choice);
    return home(key, item);
  }

  @Performs(Act.COUNCIL_VOTE_CONCLUDED)
  @PostMapping(ITEM + "/conclusion")
  String conclude(Actor actor, @PathVariable String key, @PathVariable UUID item) {
    var round = CouncilController.opened(rounds.named(key));
    var about = agenda.item(round, item);
    motions.conclude(actor, round, about, latest(round, about));
    return home(key, item);
  }

  @Performs(Act.COUNCIL_AGENDA_SET)
  @PostMapping(ITEM + "/taken-off")
  String takeOff(
      Actor actor,
      @PathVariable String key,
      @PathVariable UUID item,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = CouncilController.opened(rounds.named(key));
    var form = Form.of(typed);
    var words = form.text("takenOff", Agenda.LONGEST_WORDS);
    if (!form.isFine()) {
      response.setStatus(CouncilController.UNPROCESSABLE);
      return page(actor, round, item, Optional.empty(), form, model);
    }
    agenda.takeOff(actor, round, agenda.item(round, item), words);
    return home(key, item);
  }
}
