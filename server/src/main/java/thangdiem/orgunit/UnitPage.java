package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * The page of one unit (trang đơn vị).
 *
 * @param above what it stands below, the nearest first
 * @param below what stands directly below it and exists, at most so many as are shown
 * @param belowInAll how many of them there are
 * @param endedBelow how many have ended
 * @param steps what has become of it, the latest first
 * @param names what it was called, the latest first
 * @param roles how many people hold each role here
 * @param members the people here; empty for those who may not see their names
 * @param rounds which hold it as it was when they opened
 */
public record UnitPage(
    OrgUnit unit,
    UnitLabels labels,
    LocalDate today,
    List<OrgUnit> above,
    List<OrgUnit> below,
    int belowInAll,
    long endedBelow,
    List<Step> steps,
    List<Name> names,
    Map<String, Long> roles,
    int people,
    List<Member> members,
    List<Taking> rounds,
    boolean mayChange,
    boolean seesLedger) {

  /**
   * Something that became of the unit.
   *
   * @param day the first on which it held
   */
  public record Step(Optional<LocalDate> day, Sentence what, String document) {}

  /** A name and the days on which it was borne. */
  public record Name(
      String name, String officialName, Optional<LocalDate> from, Optional<LocalDate> to) {}

  /** Somebody who works here or holds a role here. */
  public record Member(String name, String post, List<String> roles) {}

  /** The unit as a running round holds it. */
  public record Taking(String round, String phase, String name, String group) {}

  /** Whether it existed on the day of the page. */
  public boolean ended() {
    return unit.validTo().filter(today::isAfter).isPresent();
  }

  public boolean toCome() {
    return unit.validFrom().filter(today::isBefore).isPresent();
  }

  public boolean isProvince() {
    return unit.kind() == OrgUnit.Kind.PROVINCE;
  }
}
