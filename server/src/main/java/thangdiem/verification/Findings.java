package thangdiem.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.audit.Subject;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.submission.Frozen;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * Finds claims right or otherwise (thẩm định từng tiêu chí, Đ6.4a). Each finding is an act of its
 * own with its author and reason; none replaces another.
 */
@Component
public class Findings {

  static final int LONGEST_WORDS = 2_000;

  private final Rounds rounds;
  private final DivisionTable division;
  private final FindingTable table;
  private final HearingTable hearings;
  private final Deadlines deadlines;
  private final Acts acts;

  Findings(
      Rounds rounds,
      DivisionTable division,
      FindingTable table,
      HearingTable hearings,
      Deadlines deadlines,
      Acts acts) {
    this.rounds = rounds;
    this.division = division;
    this.table = table;
    this.hearings = hearings;
    this.deadlines = deadlines;
    this.acts = acts;
  }

  /**
   * As which verifier somebody looks at something: the first, the second, or who settles between
   * them.
   *
   * @return absent where it is not theirs to judge
   */
  Optional<Integer> place(Actor actor, Round round, VerifiedUnit unit, String code) {
    var own =
        division.place(round, unit.unit().unit(), section(round, code).code(), actor.account());
    return own.or(() ->
        unit.isDisputed(code) && actor.isAny(Role.VERIFIER)
            ? Optional.of(Finding.SETTLEMENT)
            : Optional.empty());
  }

  /** Whether somebody was given the part in which that stands. */
  public boolean isTheirs(Actor actor, Round round, VerifiedUnit unit, String code) {
    return place(actor, round, unit, code).filter(place -> place != Finding.SETTLEMENT).isPresent();
  }

  /** The section in which a criterion, group or section of that code stands. */
  Section section(Round round, String code) {
    return rounds.criteria(round).sections().stream()
        .filter(section ->
            section.code().equals(code)
                || section
                    .scored()
                    .anyMatch(criterion ->
                        rounds.criteria(round).scoredBelow(code).contains(criterion.code())))
        .findFirst()
        .orElseThrow(() -> new NotFound("criterion " + code));
  }

  /**
   * Finds something about a criterion, or about a claim that something does not apply.
   *
   * @param seen the latest finding of the same place that the verifier had before their eyes; 0
   *     where there was none
   * @throws Refusal when it is not theirs to judge, or somebody found something meanwhile
   */
  public void judge(
      Actor actor, Round round, VerifiedUnit unit, String code, Judgement judgement, long seen) {
    int place = place(actor, round, unit, code).orElseThrow(() -> new Refusal("verify.notYours"));
    if (judgement.verdict().isOfClaim() != unit.reasons().containsKey(code)) {
      throw new Refusal("verify.claimOnly");
    }
    var act = place == Finding.SETTLEMENT ? Act.DISAGREEMENT_SETTLED : Act.CRITERION_JUDGED;
    keep(
        actor,
        round,
        unit,
        act,
        () -> {
          table.lock(round, unit.unit());
          if (table.last(round, unit.unit(), code, place) != seen) {
            throw new Refusal("verify.meanwhile");
          }
          var finding = table.add(actor, round, unit.unit(), code, place, judgement);
          if (judgement.verdict() == Verdict.ASKED) {
            hearings.ask(
                actor,
                round,
                unit.unit().unit(),
                code,
                finding,
                Hearing.QUESTION,
                deadlines.fromNow(round));
          }
        },
        code);
  }

  /**
   * Puts what was measured on the spot into the verified column, with the minutes as the reason;
   * what the same verifier had corrected otherwise of the criterion stays corrected.
   *
   * @param seen the latest finding of the same place that the verifier had before their eyes
   * @throws Refusal when nothing of the criterion was measured in minutes that both sides signed
   */
  void takeMeasured(
      Actor actor, Round round, VerifiedUnit unit, ScoredCriterion criterion, long seen) {
    var measured =
        unit.measured()
            .filter(found -> !found.of(criterion).isEmpty())
            .orElseThrow(() -> new Refusal("verify.notMeasured"));
    var facts = new LinkedHashMap<String, Optional<Fact>>();
    place(actor, round, unit, criterion.code())
        .flatMap(place -> unit.latest(criterion.code(), place))
        .ifPresent(own -> facts.putAll(own.facts()));
    measured.of(criterion).forEach((fact, value) -> facts.put(fact, Optional.of(value)));
    var base = VerifiedColumn.without(unit.claimed(), unit.findings(), criterion.code());
    facts
        .entrySet()
        .removeIf(entry ->
            entry.getValue().equals(Optional.ofNullable(base.facts().get(entry.getKey()))));
    judge(
        actor,
        round,
        unit,
        criterion.code(),
        new Judgement(
            facts.isEmpty() ? Verdict.ACCEPTED : Verdict.CORRECTED,
            Optional.of(Ground.MEASURED_ON_THE_SPOT),
            Words.VIETNAMESE.say(
                "verify.measured.words", VietnamTime.show(measured.at()), measured.sha256()),
            facts),
        seen);
  }

  private void keep(
      Actor actor, Round round, VerifiedUnit unit, Act act, Runnable what, String codes) {
    try {
      acts.run(
          actor,
          act,
          Subject.round(round.id()).of(unit.unit().unit()),
          event -> {
            event.with("criteria", codes);
            what.run();
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "verify.closed");
    }
  }

  /** Accepts everything of a section against which nothing speaks, and which is not yet decided. */
  public int acceptAll(Actor actor, Round round, VerifiedUnit unit, String code) {
    var set = rounds.criteria(round);
    var section = section(round, code);
    int place =
        division
            .place(round, unit.unit().unit(), section.code(), actor.account())
            .orElseThrow(() -> new Refusal("verify.notYours"));
    var plain = plain(set, unit, section, place).stream().map(QueueItem::code).toList();
    if (plain.isEmpty()) {
      throw new Refusal("verify.nothingPlain");
    }
    keep(
        actor,
        round,
        unit,
        Act.CRITERIA_ACCEPTED,
        () -> {
          table.lock(round, unit.unit());
          if (table.acceptAll(actor, round, unit.unit(), plain, place) < plain.size()) {
            throw new Refusal("verify.meanwhile");
          }
        },
        String.join(", ", plain));
    return plain.size();
  }

  /** What may be accepted together: undecided, and no sign of anything wrong. */
  static List<QueueItem> plain(CriteriaSet set, VerifiedUnit unit, Section section, int place) {
    return Queue.items(set, unit, section, place).stream()
        .filter(item -> item.state() == QueueItem.State.PENDING && item.doubts().isEmpty())
        .toList();
  }

  /** What was typed, and what of it cannot be read. */
  record Typed(Map<String, Optional<Fact>> changed, Map<String, Sentence> asked) {}

  /**
   * The facts that were typed otherwise than they would stand without this finding.
   *
   * @param typed by fact; a fact of another criterion is left aside
   */
  static Typed read(
      CriteriaSet set, VerifiedUnit unit, ScoredCriterion criterion, Map<String, String> typed) {
    var base = VerifiedColumn.without(unit.claimed(), unit.findings(), criterion.code());
    var changed = new LinkedHashMap<String, Optional<Fact>>();
    var asked = new LinkedHashMap<String, Sentence>();
    for (var id : criterion.rule().facts()) {
      var definition = set.facts().get(id);
      var text = typed.get("f." + id);
      if (definition == null || text == null) {
        continue;
      }
      var reading = TypedFact.read(definition, text);
      reading.question().ifPresent(question -> asked.put(id, question));
      if (reading.question().isEmpty()
          && !reading.fact().equals(Optional.ofNullable(base.facts().get(id)))) {
        changed.put(id, reading.fact());
      }
    }
    return new Typed(changed, asked);
  }

  /**
   * Whether a value was typed that neither stands without this finding nor in the verified column:
   * whoever typed it does not mean to accept what was claimed.
   */
  static boolean isTypedOtherwise(
      CriteriaSet set, VerifiedUnit unit, ScoredCriterion criterion, Map<String, String> typed) {
    var read = read(set, unit, criterion, typed);
    var stand = unit.verified().facts();
    return !read.asked().isEmpty()
        || read.changed().entrySet().stream()
            .anyMatch(one -> !one.getValue().equals(Optional.ofNullable(stand.get(one.getKey()))));
  }

  /**
   * What rejecting a criterion puts into the verified column: none of the facts that it alone uses
   * is recognised. A fact that others use too is corrected, not rejected.
   */
  static Map<String, Optional<Fact>> rejected(CriteriaSet set, ScoredCriterion criterion) {
    var facts = new LinkedHashMap<String, Optional<Fact>>();
    criterion.rule().facts().stream()
        .filter(
            fact -> set.scored().filter(other -> other.rule().facts().contains(fact)).count() == 1)
        .forEach(fact -> facts.put(fact, Optional.empty()));
    return facts;
  }
}
