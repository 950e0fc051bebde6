package thangdiem.verification;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** Prepares the page on which one criterion of a unit is verified. */
@Component
class ItemPages {

  /** What the reader looks at in the pane of evidence. */
  record Look(Optional<UUID> document, int page) {
    static final Look FIRST = new Look(Optional.empty(), 0);
  }

  private static final int NEAR = 40;

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final Findings findings;
  private final Queue queue;
  private final ItemProofs documents;
  private final Hearings hearings;
  private final Completions completions;
  private final Deadlines deadlines;

  ItemPages(
      Rounds rounds,
      VerifiedSheets sheets,
      Findings findings,
      Queue queue,
      ItemProofs documents,
      Hearings hearings,
      Completions completions,
      Deadlines deadlines) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.findings = findings;
    this.queue = queue;
    this.documents = documents;
    this.hearings = hearings;
    this.completions = completions;
    this.deadlines = deadlines;
  }

  ItemPage of(
      Actor actor,
      Round round,
      VerifiedUnit unit,
      String code,
      Look look,
      Map<String, String> typed,
      ItemPage.Form form) {
    var set = rounds.criteria(round);
    var section = findings.section(round, code);
    var criterion = set.scored().filter(one -> one.code().equals(code)).findFirst();
    boolean claim = unit.reasons().containsKey(code);
    if (!claim && criterion.isEmpty()) {
      throw new NotFound("nothing is claimed about " + code);
    }
    var place = findings.place(actor, round, unit, code);
    var known = known(unit, code, place);
    var own = place.flatMap(mine -> unit.latest(code, mine));
    var items = queue.of(actor, round);
    int at = at(items, unit, code);
    var proofs = documents.of(round, unit, set, code);
    var shown = documents.shown(proofs, look);
    return new ItemPage(
        round,
        unit,
        code,
        Queue.name(set, code),
        section,
        place,
        criterion
            .filter(_ -> !claim)
            .map(one -> facts(set, unit, known, one, typed, form))
            .orElse(List.of()),
        criterion.filter(_ -> !claim).map(one -> scores(round, unit, known, one, typed)),
        doubts(set, unit, code, claim),
        own,
        known.stream()
            .filter(finding -> finding.code().equals(code))
            .sorted(Comparator.comparing(Finding::seq).reversed())
            .toList(),
        near(items, at),
        items.stream().filter(item -> item.state().isOpen()).count(),
        at > 0 ? Optional.of(items.get(at - 1).path(round.key())) : Optional.empty(),
        at + 1 < items.size() ? Optional.of(items.get(at + 1).path(round.key())) : Optional.empty(),
        proofs,
        shown,
        own.map(Finding::seq).orElse(0L),
        criterion.map(one -> !Findings.rejected(set, one).isEmpty()).orElse(false),
        hearing(actor, round, unit, code, section, criterion),
        form);
  }

  private ItemHearing hearing(
      Actor actor,
      Round round,
      VerifiedUnit unit,
      String code,
      Section section,
      Optional<ScoredCriterion> criterion) {
    var set = rounds.criteria(round);
    var heard = unit.hearings().stream().filter(asked -> asked.code().equals(code)).toList();
    var facts = criterion.map(one -> one.rule().facts()).orElse(Set.of());
    return new ItemHearing(
        heard,
        heard.stream()
            .filter(Hearing::awaitsOutcome)
            .filter(asked -> hearings.decides(actor, round, unit, asked, section.code()))
            .reduce((_, last) -> last),
        completions.of(round, unit.unit().unit()).stream()
            .filter(completion -> completion.criteria().contains(code))
            .toList(),
        unit.supplements(facts).stream()
            .flatMap(added ->
                Optional.ofNullable(set.facts().get(added.fact())).stream()
                    .map(fact -> Doubtful.words(unit, fact, added)))
            .toList(),
        VietnamTime.show(deadlines.fromNow(round)));
  }

  /**
   * A verifier who has found nothing yet does not see what the other found: they are independent.
   */
  private static List<Finding> known(VerifiedUnit unit, String code, Optional<Integer> place) {
    boolean blind =
        place.filter(mine -> mine != Finding.SETTLEMENT).isPresent()
            && unit.latest(code, place.get()).isEmpty();
    return blind
        ? unit.findings().stream()
            .filter(finding -> !finding.code().equals(code) || finding.place() == place.get())
            .toList()
        : unit.findings();
  }

  private static int at(List<QueueItem> items, VerifiedUnit unit, String code) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).unit().equals(unit.unit()) && items.get(i).code().equals(code)) {
        return i;
      }
    }
    return -1;
  }

  private static List<QueueItem> near(List<QueueItem> items, int at) {
    int from = Math.max(0, Math.min(at - NEAR / 4, items.size() - NEAR));
    return items.subList(from, Math.min(items.size(), from + NEAR));
  }

  private static List<Doubt> doubts(
      CriteriaSet set, VerifiedUnit unit, String code, boolean claim) {
    return claim
        ? List.of(
            new Doubt(
                Signal.CLAIM,
                Sentence.of("verify.signal.CLAIM", unit.reasons().getOrDefault(code, ""))))
        : unit.claimedScore().lines().stream()
            .filter(line -> line.criterion().code().equals(code))
            .findFirst()
            .map(line -> Doubtful.about(set, unit, line))
            .orElse(List.of());
  }

  private static List<ItemPage.FactRow> facts(
      CriteriaSet set,
      VerifiedUnit unit,
      List<Finding> known,
      ScoredCriterion criterion,
      Map<String, String> typed,
      ItemPage.Form form) {
    var verified = VerifiedColumn.of(unit.claimed(), known);
    return criterion.rule().facts().stream()
        .flatMap(id -> Optional.ofNullable(set.facts().get(id)).stream())
        .map(fact -> {
          var id = fact.id();
          return new ItemPage.FactRow(
              fact,
              shown(fact, unit.claimed()),
              typed.getOrDefault("f." + id, shown(fact, verified)),
              Optional.ofNullable(unit.claimed().previous().get(id))
                  .map(value -> TypedFact.shown(fact, value))
                  .orElse(""),
              unit.measured()
                  .flatMap(found -> Optional.ofNullable(found.facts().get(id)))
                  .map(value -> TypedFact.shown(fact, value))
                  .orElse(""),
              (int)
                  set.scored()
                      .filter(
                          other -> !other.equals(criterion) && other.rule().facts().contains(id))
                      .count(),
              Optional.ofNullable(form.wrong().get(id)));
        })
        .toList();
  }

  private static String shown(FactDefinition fact, UnitAnswers answers) {
    return Optional.ofNullable(answers.facts().get(fact.id()))
        .map(value -> TypedFact.shown(fact, value))
        .orElse("");
  }

  /** The points as they would be with what is typed. */
  ItemPage.Scores scores(
      Round round,
      VerifiedUnit unit,
      List<Finding> known,
      ScoredCriterion criterion,
      Map<String, String> typed) {
    var set = rounds.criteria(round);
    var answers =
        typed.isEmpty()
            ? VerifiedColumn.of(unit.claimed(), known)
            : VerifiedColumn.with(
                VerifiedColumn.without(unit.claimed(), known, criterion.code()),
                Findings.read(set, unit, criterion, typed).changed());
    var sheet =
        answers.equals(unit.verified()) ? unit.verifiedScore() : sheets.tried(round, unit, answers);
    var reasons = new Reasons(set, round.policy());
    var claimed = line(unit.claimedScore(), criterion);
    var verified = line(sheet, criterion);
    return new ItemPage.Scores(
        claimed.max(),
        claimed.points(),
        verified.points(),
        reasons.of(claimed, unit.claimed()),
        reasons.of(verified, answers));
  }

  /** The same of a verifier who is still typing. */
  ItemPage.Scores tried(
      Actor actor, Round round, VerifiedUnit unit, String code, Map<String, String> typed) {
    var criterion =
        rounds
            .criteria(round)
            .scored()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new NotFound("criterion " + code));
    return scores(
        round, unit, known(unit, code, findings.place(actor, round, unit, code)), criterion, typed);
  }

  private static ScoreLine line(ScoreSheet sheet, ScoredCriterion criterion) {
    return sheet.lines().stream()
        .filter(line -> line.criterion().equals(criterion))
        .findFirst()
        .orElseThrow(() -> new NotFound(criterion.code() + " for units of this group"));
  }
}
