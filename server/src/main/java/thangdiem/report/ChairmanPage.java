package thangdiem.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.deduction.DeductionCase;
import thangdiem.round.Milestone;
import thangdiem.round.Phase;
import thangdiem.round.Round;

/**
 * The round at one glance for who answers for it (trang của chủ tịch): how far it is, how the
 * grades spread, and what is sensitive.
 *
 * @param phase as its reader is told it
 * @param next the milestone that comes next, with its instant
 * @param judged things that were verified, of all that are to be
 * @param unheard explanations that are not settled yet
 */
public record ChairmanPage(
    Round round,
    Phase phase,
    CriteriaSet set,
    OffsetDateTime now,
    Optional<Next> next,
    int sent,
    int units,
    int judged,
    int toJudge,
    int unheard,
    List<DeductionCase> deductions,
    List<Spread> spreads,
    List<Near> near,
    List<Moved> moved,
    List<Disputed> disputed,
    List<Recused> recused) {

  /** A milestone that comes. */
  public record Next(Milestone milestone, OffsetDateTime at, long days) {}

  /** The grades of a group: how many units have each, in the scale's order. */
  public record Spread(OrgUnitGroup group, List<Share> shares, int units) {}

  /**
   * A grade's part of a group's bar.
   *
   * @param x where it begins, and how wide it is, of the whole width
   */
  public record Share(Grade grade, int order, int units, String x, String width) {}

  /**
   * A unit near a boundary between grades.
   *
   * @param above whether it has just reached the grade
   */
  public record Near(
      String code,
      String name,
      Points total,
      Grade grade,
      Points floor,
      Points away,
      boolean above) {}

  /** A unit whose total the verification has changed much. */
  public record Moved(
      String code, String name, Points claimed, Points verified, Points difference) {}

  /** A criterion that two verifiers see differently. */
  public record Disputed(String code, String name, String criterion) {}

  /** Somebody who judges, and the units of which they may not. */
  public record Recused(String name, String worksIn, List<String> units) {}

  public boolean begun() {
    return round.phase().compareTo(Phase.VERIFYING) >= 0;
  }

  public boolean adopted() {
    return round.phase().compareTo(Phase.ADOPTED) >= 0;
  }

  public int percent() {
    return toJudge == 0 ? 0 : judged * 100 / toJudge;
  }

  public int sentPercent() {
    return units == 0 ? 0 : sent * 100 / units;
  }

  public long openDeductions() {
    return deductions.stream().filter(one -> one.state().isOpen()).count();
  }

  public long upheldDeductions() {
    return deductions.stream().filter(one -> one.state() == DeductionCase.State.UPHELD).count();
  }

  /** Those that the unit contests, or contested before they were upheld. */
  public List<DeductionCase> contested() {
    return deductions.stream()
        .filter(DeductionCase::wasContested)
        .filter(one -> one.state().isOpen() || one.state() == DeductionCase.State.UPHELD)
        .toList();
  }

  /** How many units have that grade. */
  public int graded(Grade grade) {
    return spreads.stream()
        .flatMap(spread -> spread.shares().stream())
        .filter(share -> share.grade().equals(grade))
        .mapToInt(Share::units)
        .sum();
  }

  /** How many sensitive things there are. */
  public int sensitive() {
    return near.size() + moved.size() + disputed.size() + contested().size();
  }

  public LocalDate today() {
    return now.atZoneSameInstant(thangdiem.words.VietnamTime.ZONE).toLocalDate();
  }
}
