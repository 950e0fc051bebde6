package thangdiem.round;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.words.Sentence;

/** The list of rounds, and one round: its board, or what everybody may know of it. */
@Controller
class RoundsController {

  private static final Pattern YEAR = Pattern.compile("20\\d\\d");

  private final Rounds rounds;
  private final CalendarTable calendars;
  private final NudgeTable nudges;
  private final Board board;
  private final Nudges letters;
  private final Overview overview;
  private final Results results;
  private final Editions editions;
  private final Tasks tasks;
  private final Embargo embargo;

  RoundsController(
      Rounds rounds,
      CalendarTable calendars,
      NudgeTable nudges,
      Board board,
      Nudges letters,
      Overview overview,
      Results results,
      Editions editions,
      Tasks tasks,
      Embargo embargo) {
    this.rounds = rounds;
    this.calendars = calendars;
    this.nudges = nudges;
    this.board = board;
    this.letters = letters;
    this.overview = overview;
    this.results = results;
    this.editions = editions;
    this.tasks = tasks;
    this.embargo = embargo;
  }

  @MayOpen
  @GetMapping("/rounds")
  String all(Actor actor, Model model) {
    var proposed = RoundsPage.proposedYear(calendars.now());
    return list(actor, new RoundsPage.Draft(proposed, "", false), Map.of(), model);
  }

  private String list(
      Actor actor, RoundsPage.Draft form, Map<String, Sentence> wrong, Model model) {
    var deadlines = calendars.deadlines();
    var phases = embargo.phases(actor);
    var withResult = Set.copyOf(results.rounds());
    model.addAttribute(
        "rounds",
        new RoundsPage(
            rounds.all().stream()
                .map(round ->
                    new RoundsPage.Line(
                        round,
                        phases.apply(round),
                        Optional.ofNullable(deadlines.get(round.id())),
                        withResult.contains(round.id())))
                .toList(),
            nudges.unseen(actor.account()),
            tasks.of(actor),
            actor.isAny(Role.ORGANISER),
            actor.isAny(Role.ADMINISTRATOR),
            editions.names(),
            calendars.now(),
            form,
            wrong));
    return "round/rounds";
  }

  @Performs(Act.ROUND_DRAFTED)
  @PostMapping("/rounds")
  String draft(
      Actor actor,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String edition,
      @RequestParam(defaultValue = "false") boolean rehearsal,
      HttpServletResponse response,
      Model model) {
    var form = new RoundsPage.Draft(year.strip(), edition, rehearsal);
    var wrong = new LinkedHashMap<String, Sentence>();
    if (form.year().isEmpty()) {
      wrong.put("year", Sentence.of("round.noYear"));
    } else if (!YEAR.matcher(form.year()).matches()) {
      wrong.put("year", Sentence.of("round.year", year));
    } else if (exists(Integer.parseInt(form.year()), rehearsal)) {
      wrong.put("year", Sentence.of("round.exists", form.year()));
    }
    if (!editions.names().contains(edition)) {
      wrong.put("edition", Sentence.of("round.noEdition", edition));
    }
    if (!wrong.isEmpty()) {
      response.setStatus(SetupFrames.UNPROCESSABLE);
      return list(actor, form, wrong, model);
    }
    var round =
        rounds.draft(actor, Integer.parseInt(form.year()), rehearsal, editions.named(edition));
    return "redirect:/rounds/" + round.key() + "/setup/criteria";
  }

  private boolean exists(int year, boolean rehearsal) {
    return rounds.all().stream()
        .anyMatch(round -> round.year() == year && round.rehearsal() == rehearsal);
  }

  /** The board for who runs or watches the round, its rules and days for everybody else. */
  @MayOpen
  @GetMapping("/rounds/{key}")
  String one(
      Actor actor, @PathVariable String key, @RequestParam Optional<String> group, Model model) {
    var round = rounds.named(key);
    if (actor.isAny(Role.ORGANISER, Role.ADMINISTRATOR, Role.AUDITOR)) {
      model.addAttribute("group", group);
      return board(actor, round, ExtensionForm.EMPTY, Map.of(), model);
    }
    model.addAttribute("overview", overview.of(round, actor));
    model.addAttribute("phase", embargo.phases(actor).apply(round));
    return "round/overview";
  }

  /** The board, with an extension as it was typed and what is wrong with it. */
  String board(
      Actor actor, Round round, ExtensionForm form, Map<String, Sentence> wrong, Model model) {
    var page = board.of(round);
    model.addAttribute("board", page);
    model.addAttribute("organiser", actor.isAny(Role.ORGANISER));
    model.addAttribute("reader", actor);
    model.addAttribute("phase", embargo.phases(actor).apply(round));
    model.addAttribute("form", form);
    model.addAttribute("wrong", wrong);
    model.addAttribute("result", results.has(round));
    model.addAttribute(
        "sample",
        page.open().stream()
            .filter(row -> !row.toNudge().isEmpty())
            .findFirst()
            .map(row -> letters.text(page, row)));
    if (!model.containsAttribute("group")) {
      model.addAttribute("group", Optional.<String>empty());
    }
    return "round/board";
  }
}
