package thangdiem.verification;

import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.words.Sentence;

/** How far the units of a round are heard, and their being told (thông báo, tiến độ giải trình). */
@Controller
class NoticesController {

  private static final int UNPROCESSABLE = 422;
  private static final String VIEW = "verification/explanations";

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final Hearings hearings;
  private final Notices notices;

  NoticesController(Rounds rounds, VerifiedSheets sheets, Hearings hearings, Notices notices) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.hearings = hearings;
    this.notices = notices;
  }

  @MayOpen({
    Role.ORGANISER,
    Role.VERIFIER,
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.AUDITOR
  })
  @GetMapping("/rounds/{key}/explanations")
  String overview(Actor actor, @PathVariable String key, Model model) {
    return show(actor, begun(key), Map.of(), Map.of(), model);
  }

  private Round begun(String key) {
    var round = rounds.named(key);
    if (round.phase() == Phase.DRAFT) {
      throw new Refusal("verify.notYet");
    }
    return round;
  }

  private String show(
      Actor actor,
      Round round,
      Map<String, String> typed,
      Map<String, Sentence> wrong,
      Model model) {
    var rule = hearings.rule(round);
    var now = rounds.now();
    var rows = sheets.all(round).stream().map(unit -> row(unit, rule, now)).toList();
    model.addAttribute(
        "notices",
        new NoticesPage(
            round,
            rule,
            rows,
            rows.stream().filter(row -> row.due() > 0).count(),
            actor.isAny(Role.ORGANISER) && Hearings.tells(round),
            actor.isAny(Role.ORGANISER)
                && EnumSet.of(Phase.OPEN, Phase.VERIFYING, Phase.EXPLAINING)
                    .contains(round.phase()),
            now,
            rounds.workingDays(),
            typed,
            wrong));
    return VIEW;
  }

  private static NoticesPage.Row row(VerifiedUnit unit, HearingRule rule, OffsetDateTime now) {
    var told = unit.hearings().stream().filter(heard -> !heard.isQuestion()).toList();
    var questions = unit.hearings().stream().filter(Hearing::isQuestion).toList();
    return new NoticesPage.Row(
        unit.unit(),
        Hearings.due(unit, rule).size(),
        told.size(),
        (int) told.stream().filter(Hearing::isSent).count(),
        (int) told.stream().filter(Hearing::awaitsOutcome).count(),
        (int) told.stream().filter(heard -> heard.outcome().isPresent()).count(),
        questions.size(),
        (int) questions.stream().filter(Hearing::isSent).count(),
        told.stream().map(Hearing::at).min(OffsetDateTime::compareTo),
        unit.hearings().stream()
            .filter(heard -> heard.isOpen(now))
            .map(Hearing::until)
            .max(OffsetDateTime::compareTo));
  }

  /** Tells all units of their differences. */
  @Performs(Act.DIFFERENCES_NOTIFIED)
  @PostMapping("/rounds/{key}/explanations/notices")
  String tell(Actor actor, @PathVariable String key) {
    notices.send(actor, begun(key));
    return "redirect:/rounds/" + key + "/explanations";
  }

  /** Sets how often and how long units are heard. */
  @Performs(Act.HEARING_RULE_SET)
  @PostMapping("/rounds/{key}/explanations/rule")
  String set(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String turns,
      @RequestParam(defaultValue = "") String days,
      HttpServletResponse response,
      Model model) {
    var round = begun(key);
    var wrong = new HashMap<String, Sentence>();
    var times = number(turns, HearingRule.MOST_TURNS);
    var length = number(days, HearingRule.MOST_DAYS);
    if (times.isEmpty()) {
      wrong.put("turns", Sentence.of("explain.rule.number", HearingRule.MOST_TURNS));
    }
    if (length.isEmpty()) {
      wrong.put("days", Sentence.of("explain.rule.number", HearingRule.MOST_DAYS));
    }
    if (!wrong.isEmpty()) {
      response.setStatus(UNPROCESSABLE);
      return show(actor, round, Map.of("turns", turns, "days", days), wrong, model);
    }
    hearings.setRule(actor, round, new HearingRule(times.get(), length.get()));
    return "redirect:/rounds/" + key + "/explanations";
  }

  private static Optional<Integer> number(String typed, int most) {
    var text = typed.strip();
    return text.matches("[1-9]\\d?") && Integer.parseInt(text) <= most
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }
}
