package thangdiem.verification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.words.Sentence;

/** One criterion of a unit before a verifier (thẩm định một tiêu chí): looked at, and decided. */
@Controller
class VerificationController {

  private static final int UNPROCESSABLE = 422;
  private static final String ITEM = "/rounds/{key}/verification/{unit}/{code}";

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final Findings findings;
  private final Queue queue;
  private final ItemPages pages;

  VerificationController(
      Rounds rounds, VerifiedSheets sheets, Findings findings, Queue queue, ItemPages pages) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.findings = findings;
    this.queue = queue;
    this.pages = pages;
  }

  private Round verified(String key) {
    return notBefore(rounds.named(key));
  }

  /** Before its reports are in, nothing of a round is verified. */
  static Round notBefore(Round round) {
    if (round.phase() == Phase.DRAFT || round.phase() == Phase.OPEN) {
      throw new Refusal("verify.notYet");
    }
    return round;
  }

  /** Leads to what is most urgent of what somebody has to verify. */
  @MayOpen(Role.VERIFIER)
  @GetMapping("/rounds/{key}/verification/next")
  String next(Actor actor, @PathVariable String key) {
    return "redirect:" + next(actor, verified(key));
  }

  private String next(Actor actor, Round round) {
    return queue.of(actor, round).stream()
        .filter(item -> item.state().isOpen())
        .findFirst()
        .map(item -> item.path(round.key()))
        .orElse("/rounds/" + round.key() + "/verification");
  }

  @MayOpen({
    Role.VERIFIER,
    Role.ORGANISER,
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.AUDITOR
  })
  @GetMapping(ITEM)
  String item(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String code,
      @RequestParam Optional<UUID> document,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    var round = verified(key);
    model.addAttribute(
        "item",
        pages.of(
            actor,
            round,
            sheets.of(round, unit),
            code,
            new ItemPages.Look(document, page),
            Map.of(),
            ItemPage.Form.EMPTY));
    return "verification/item";
  }

  /** The points as they would be with what is typed; nothing is kept. */
  @ChangesNothing
  @MayOpen(Role.VERIFIER)
  @PostMapping(ITEM + "/preview")
  String preview(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      Model model) {
    var round = verified(key);
    model.addAttribute(
        "scores", pages.tried(actor, round, sheets.of(round, unit), code, facts(typed)));
    return "verification/points";
  }

  @Performs({Act.CRITERION_JUDGED, Act.DISAGREEMENT_SETTLED})
  @PostMapping(ITEM)
  String judge(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String code,
      @RequestParam Verdict verdict,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "0") long seen,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = verified(key);
    var one = sheets.of(round, unit);
    var wrong = new HashMap<String, Sentence>();
    var judgement = judgement(round, one, code, verdict, ground, words.strip(), typed, wrong);
    if (!wrong.isEmpty()) {
      response.setStatus(UNPROCESSABLE);
      model.addAttribute(
          "item",
          pages.of(
              actor,
              round,
              one,
              code,
              ItemPages.Look.FIRST,
              facts(typed),
              new ItemPage.Form(ground, words, wrong)));
      return "verification/item";
    }
    findings.judge(actor, round, one, code, judgement, seen);
    return "redirect:" + next(actor, round);
  }

  private Judgement judgement(
      Round round,
      VerifiedUnit unit,
      String code,
      Verdict verdict,
      String ground,
      String words,
      Map<String, String> typed,
      Map<String, Sentence> wrong) {
    var set = rounds.criteria(round);
    var why = Ground.of(ground);
    if (!verdict.agrees()) {
      if (words.isEmpty() || words.length() > Findings.LONGEST_WORDS) {
        wrong.put("words", Sentence.of("verify.words.wrong", Findings.LONGEST_WORDS));
      }
      if (why.isEmpty() && verdict != Verdict.ASKED) {
        wrong.put("ground", Sentence.of("verify.ground.wrong"));
      }
    }
    var facts =
        switch (verdict) {
          case CORRECTED -> {
            var read = Findings.read(set, unit, criterion(round, code), typed);
            wrong.putAll(read.asked());
            if (read.changed().isEmpty() && read.asked().isEmpty()) {
              wrong.put("facts", Sentence.of("verify.nothingChanged"));
            }
            yield read.changed();
          }
          case REJECTED -> {
            var rejected = Findings.rejected(set, criterion(round, code));
            if (rejected.isEmpty()) {
              wrong.put("facts", Sentence.of("verify.notRejectable"));
            }
            yield rejected;
          }
          case ACCEPTED -> {
            if (Findings.isTypedOtherwise(set, unit, criterion(round, code), typed)) {
              wrong.put("facts", Sentence.of("verify.acceptedOtherwise"));
            }
            yield Map.<String, Optional<thangdiem.scoring.Fact>>of();
          }
          case ASKED, CLAIM_APPROVED, CLAIM_REFUSED ->
              Map.<String, Optional<thangdiem.scoring.Fact>>of();
        };
    return new Judgement(
        verdict, verdict.agrees() ? Optional.empty() : why, verdict.agrees() ? "" : words, facts);
  }

  private ScoredCriterion criterion(Round round, String code) {
    return rounds
        .criteria(round)
        .scored()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound("criterion " + code));
  }

  private static Map<String, String> facts(Map<String, String> typed) {
    var facts = new HashMap<String, String>();
    typed.forEach((name, value) -> {
      if (name.startsWith("f.")) {
        facts.put(name, value);
      }
    });
    return facts;
  }

  /** Accepts what nothing speaks against in the section of that code. */
  @Performs(Act.CRITERIA_ACCEPTED)
  @PostMapping(ITEM + "/accepted")
  String acceptAll(
      Actor actor, @PathVariable String key, @PathVariable String unit, @PathVariable String code) {
    var round = verified(key);
    findings.acceptAll(actor, round, sheets.of(round, unit), code);
    return "redirect:" + next(actor, round);
  }
}
