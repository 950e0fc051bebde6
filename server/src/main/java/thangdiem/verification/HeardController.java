package thangdiem.verification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** A verifier after a unit was heard (kết quả giải trình), and giving facts back (trả lại). */
@Controller
class HeardController {

  private static final int UNPROCESSABLE = 422;
  private static final String ITEM = "/rounds/{key}/verification/{unit}/{code}";

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final Findings findings;
  private final Hearings hearings;
  private final Completions completions;
  private final ItemPages pages;

  HeardController(
      Rounds rounds,
      VerifiedSheets sheets,
      Findings findings,
      Hearings hearings,
      Completions completions,
      ItemPages pages) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.findings = findings;
    this.hearings = hearings;
    this.completions = completions;
    this.pages = pages;
  }

  private String again(
      Actor actor,
      Round round,
      VerifiedUnit unit,
      String code,
      Map<String, String> typed,
      Map<String, Sentence> wrong,
      HttpServletResponse response,
      Model model) {
    response.setStatus(UNPROCESSABLE);
    model.addAttribute(
        "item",
        pages.of(
            actor,
            round,
            unit,
            code,
            ItemPages.Look.FIRST,
            Map.of(),
            ItemPage.Form.beside(typed, wrong)));
    return "verification/item";
  }

  /** Decides on what the unit says. */
  @Performs(Act.EXPLANATION_DECIDED)
  @PostMapping(ITEM + "/outcome")
  String decide(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String code,
      @RequestParam Optional<Outcome.Result> result,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = VerificationController.notBefore(rounds.named(key));
    var one = sheets.of(round, unit);
    var heard =
        one.hearings().stream()
            .filter(asked -> asked.code().equals(code) && asked.awaitsOutcome())
            .reduce((_, last) -> last)
            .orElseThrow(() -> new Refusal("explain.notHeard"));
    var wrong = new HashMap<String, Sentence>();
    var words = words(typed, "outcomeWords", wrong);
    if (result.isEmpty()) {
      wrong.put("result", Sentence.of("explain.result.wrong"));
    }
    var judgement =
        result.flatMap(chosen -> judgement(round, one, heard, chosen, words, typed, wrong));
    if (!wrong.isEmpty()) {
      return again(actor, round, one, code, typed, wrong, response, model);
    }
    hearings.decide(
        actor,
        round,
        one,
        heard,
        findings.section(round, code).code(),
        result.get(),
        words,
        judgement);
    return "redirect:/rounds/" + key + "/verification/" + unit + "/" + code;
  }

  private static String words(
      Map<String, String> typed, String field, Map<String, Sentence> wrong) {
    var words = typed.getOrDefault(field, "").strip();
    if (words.isEmpty() || words.length() > Findings.LONGEST_WORDS) {
      wrong.put(field, Sentence.of("verify.words.wrong", Findings.LONGEST_WORDS));
    }
    return words;
  }

  private Optional<Judgement> judgement(
      Round round,
      VerifiedUnit unit,
      Hearing heard,
      Outcome.Result result,
      String words,
      Map<String, String> typed,
      Map<String, Sentence> wrong) {
    var accepted = Optional.of(Ground.EXPLANATION_ACCEPTED);
    boolean claim = unit.reasons().containsKey(heard.code());
    return switch (result) {
      case UPHELD -> Optional.empty();
      case ACCEPTED -> {
        var values = proposed(heard);
        yield Optional.of(
            new Judgement(
                claim
                    ? Verdict.CLAIM_APPROVED
                    : values.isEmpty() ? Verdict.ACCEPTED : Verdict.CORRECTED,
                accepted,
                words,
                claim ? Map.of() : values));
      }
      case PARTLY -> {
        if (claim) {
          throw new Refusal("explain.claimWhole");
        }
        var read =
            Findings.read(rounds.criteria(round), unit, criterion(round, heard.code()), typed);
        read.asked().forEach((fact, question) -> wrong.put("p-" + fact, question));
        if (read.changed().isEmpty() && read.asked().isEmpty()) {
          wrong.put("partly", Sentence.of("explain.partly.which"));
        }
        yield Optional.of(new Judgement(Verdict.CORRECTED, accepted, words, read.changed()));
      }
    };
  }

  private static Map<String, Optional<Fact>> proposed(Hearing heard) {
    var values = new LinkedHashMap<String, Optional<Fact>>();
    heard
        .explanation()
        .orElseThrow()
        .values()
        .forEach((fact, value) -> values.put(fact, Optional.of(value)));
    return values;
  }

  private ScoredCriterion criterion(Round round, String code) {
    return rounds
        .criteria(round)
        .scored()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound("criterion " + code));
  }

  /** Gives facts of a criterion back to the unit. */
  @Performs(Act.FACTS_RETURNED)
  @PostMapping(ITEM + "/returned")
  String giveBack(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String code,
      @RequestParam(defaultValue = "") List<String> fact,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = VerificationController.notBefore(rounds.named(key));
    var one = sheets.of(round, unit);
    var wrong = new HashMap<String, Sentence>();
    var words = words(typed, "returnWords", wrong);
    if (fact.isEmpty() || !criterion(round, code).rule().facts().containsAll(fact)) {
      wrong.put("fact", Sentence.of("complete.which"));
    }
    var until =
        VietnamTime.read(typed.getOrDefault("until", "")).filter(at -> at.isAfter(rounds.now()));
    if (until.isEmpty()) {
      wrong.put("until", Sentence.of("complete.until"));
    }
    if (!wrong.isEmpty()) {
      return again(actor, round, one, code, typed, wrong, response, model);
    }
    completions.giveBack(actor, round, one, code, Set.copyOf(fact), words, until.orElseThrow());
    return "redirect:/rounds/" + key + "/verification/" + unit + "/" + code;
  }
}
