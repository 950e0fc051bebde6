package thangdiem.deduction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.criteria.Points;
import thangdiem.round.Round;

/**
 * The deductions of a round, for who proposes, decides or watches them.
 *
 * @param amounts what each kind takes off; absent: recorded, without effect
 * @param costs what each would take off or has, where the reader may know
 * @param counting what was claimed too high beyond the tolerance and is not proposed yet
 * @param lateReports late or missing reports that are not proposed yet
 */
public record DeductionsPage(
    Round round,
    List<DeductionCase> cases,
    Map<String, Optional<Points>> amounts,
    Map<UUID, Cost> costs,
    int lateReports,
    List<Difference> counting,
    Actor reader) {

  /** The cases for which nobody has fixed an amount. */
  public List<Cause> withoutAmount() {
    return Stream.of(Cause.values())
        .filter(cause -> amounts.getOrDefault(cause.kind(), Optional.of(Points.NONE)).isEmpty())
        .toList();
  }

  public long open() {
    return cases.stream().filter(one -> one.state().isOpen()).count();
  }

  public long upheld() {
    return cases.stream().filter(one -> one.state() == DeductionCase.State.UPHELD).count();
  }

  public boolean mayProposeLate() {
    return HandlingTime.isOpen(round.phase()) && reader.isAny(Role.ORGANISER);
  }

  public boolean mayPropose() {
    return HandlingTime.isOpen(round.phase())
        && reader.isAny(Role.ORGANISER, Role.VERIFIER, Role.INSPECTOR);
  }
}
