package thangdiem.deduction;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.criteria.Points;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.scoring.Deduction;
import thangdiem.words.VietnamTime;

/**
 * The deductions of a round (trừ điểm, Đ6.4): what is on its way, and what was decided and counts.
 * They are brought and heard by {@link DeductionHearings} and decided by {@link
 * DeductionDecisions}.
 */
@Component
public class Deductions {

  private final CaseTable table;
  private final Rounds rounds;

  Deductions(CaseTable table, Rounds rounds) {
    this.table = table;
    this.rounds = rounds;
  }

  /**
   * What was decided and stands, by unit, as the engine takes it off. What nobody has fixed an
   * amount for is listed and takes nothing off.
   */
  public Map<UUID, List<Deduction>> decided(Round round) {
    var fixedBySet = new HashMap<String, Boolean>();
    rounds
        .criteria(round)
        .deductions()
        .forEach(kind -> fixedBySet.put(kind.kind(), kind.points().isPresent()));
    var decided = new LinkedHashMap<UUID, List<Deduction>>();
    table.of(round.id(), null, null).stream()
        .filter(one -> one.decision().isPresent())
        .forEach(one ->
            decided.merge(
                one.unit(),
                List.of(taken(one, fixedBySet.getOrDefault(one.cause().kind(), false))),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    return decided;
  }

  /** A round that has taken the set's amount away takes nothing off. */
  private static Deduction taken(DeductionCase one, boolean fixedBySet) {
    var amount = one.amount();
    return new Deduction(
        one.cause().kind(),
        amount.isEmpty() && fixedBySet ? Optional.of(Points.NONE) : amount,
        one.decision(),
        one.occasion());
  }

  /** All of a round as somebody sees them, the latest first. */
  public List<DeductionCase> of(Round round, Actor reader) {
    return table.of(round.id(), null, reader.account());
  }

  /** Those of a unit that it was told of; what is only proposed is not. */
  List<DeductionCase> toldTo(Round round, RoundUnit unit, Actor reader) {
    requireBegun(round);
    return table.of(round.id(), unit.unit(), reader.account()).stream()
        .filter(one -> one.step(Step.Kind.NOTIFIED).isPresent())
        .toList();
  }

  /**
   * One of a round.
   *
   * @throws NotFound when there is none
   * @throws Refusal while the round is a draft, which has none
   */
  DeductionCase one(Round round, UUID id, Actor reader) {
    requireBegun(round);
    return one(of(round, reader), id);
  }

  /** The same out of those that are known. */
  static DeductionCase one(List<DeductionCase> all, UUID id) {
    return all.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("deduction " + id));
  }

  /** How many late or missing reports wait to be proposed. */
  int lateReports(Round round) {
    return table.lateReports(round.id());
  }

  byte[] bytes(DeductionCase.Capture capture) {
    return table.capture(capture.sha256());
  }

  /** The day by the clock of decisions. */
  LocalDate today() {
    return rounds.now().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
  }

  private static void requireBegun(Round round) {
    if (round.phase() == Phase.DRAFT) {
      throw new Refusal("deduction.closed");
    }
  }
}
