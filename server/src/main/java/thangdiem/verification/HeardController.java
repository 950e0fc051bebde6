package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** A verifier after a unit was heard (kết quả giải trình), and giving facts back (trả lại). */
@Controller
class HeardController {

  private static final String ITEM = "/rounds/{key}/verification/{unit}/{code}";

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final Findings findings;
  private final Hearings hearings;
  private final Completions completions;

  HeardController(
      Rounds rounds,
      VerifiedSheets sheets,
      Findings findings,
      Hearings hearings,
      Completions completions) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.findings = findings;
    this.hearings = hearings;
    this.completions = completions;
  }

  /** Decides on what the unit says. */
  @Performs(Act.EXPLANATION_DECIDED)
  @PostMapping(ITEM + "/outcome")
  String decide(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String code,
      @RequestParam(defaultValue = "UPHELD") Outcome.Result result,
      @RequestParam(defaultValue = "") String words,
      @RequestParam Map<String, String> typed) {
    var round = VerificationController.notBefore(rounds.named(key));
    var one = sheets.of(round, unit);
    var heard =
        one.hearings().stream()
            .filter(asked -> asked.code().equals(code) && asked.awaitsOutcome())
            .reduce((_, last) -> last)
            .orElseThrow(() -> new Refusal("explain.notHeard"));
    requireWords(words);
    hearings.decide(
        actor,
        round,
        one,
        heard,
        findings.section(round, code).code(),
        result,
        words.strip(),
        judgement(round, one, heard, result, words.strip(), typed));
    return "redirect:/rounds/" + key + "/verification/" + unit + "/" + code;
  }

  private static void requireWords(String words) {
    if (words.isBlank() || words.length() > Findings.LONGEST_WORDS) {
      throw new Refusal("verify.words.wrong", Findings.LONGEST_WORDS);
    }
  }

  private Optional<Judgement> judgement(
      Round round,
      VerifiedUnit unit,
      Hearing heard,
      Outcome.Result result,
      String words,
      Map<String, String> typed) {
    if (result == Outcome.Result.UPHELD) {
      return Optional.empty();
    }
    var accepted = Optional.of(Ground.EXPLANATION_ACCEPTED);
    if (unit.reasons().containsKey(heard.code())) {
      if (result == Outcome.Result.PARTLY) {
        throw new Refusal("explain.claimWhole");
      }
      return Optional.of(new Judgement(Verdict.CLAIM_APPROVED, accepted, words, Map.of()));
    }
    var values =
        result == Outcome.Result.PARTLY
            ? Findings.read(
                    rounds.criteria(round),
                    unit,
                    criterion(round, heard.code()),
                    read(round, typed))
                .changed()
            : proposed(heard);
    if (result == Outcome.Result.PARTLY && values.isEmpty()) {
      throw new Refusal("verify.nothingChanged");
    }
    return Optional.of(
        values.isEmpty()
            ? new Judgement(Verdict.ACCEPTED, accepted, words, Map.of())
            : new Judgement(Verdict.CORRECTED, accepted, words, values));
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

  /** The fields of facts, all of which must be readable. */
  private Map<String, String> read(Round round, Map<String, String> typed) {
    var facts = new HashMap<String, String>();
    typed.forEach((name, text) -> {
      var fact =
          name.startsWith("f.") ? rounds.criteria(round).facts().get(name.substring(2)) : null;
      if (fact != null) {
        TypedFact.read(fact, text)
            .question()
            .ifPresent(question -> {
              throw new Refusal("explain.unreadable", fact.label(), question);
            });
        facts.put(name, text);
      }
    });
    return facts;
  }

  private ScoredCriterion criterion(Round round, String code) {
    return rounds
        .criteria(round)
        .scored()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal("explain.claimWhole"));
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
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String until) {
    var round = VerificationController.notBefore(rounds.named(key));
    var one = sheets.of(round, unit);
    var facts = Set.copyOf(criterion(round, code).rule().facts());
    requireWords(words);
    if (fact.isEmpty() || !facts.containsAll(fact)) {
      throw new Refusal("complete.which");
    }
    completions.giveBack(actor, round, one, code, Set.copyOf(fact), words.strip(), instant(until));
    return "redirect:/rounds/" + key + "/verification/" + unit + "/" + code;
  }

  /** An instant from now on. */
  private OffsetDateTime instant(String typed) {
    return VietnamTime.read(typed)
        .filter(at -> at.isAfter(rounds.now()))
        .orElseThrow(() -> new Refusal("complete.until", Sentence.of("complete.until.form")));
  }
}
