package thangdiem.submission;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import thangdiem.audit.Role;
import thangdiem.audit.Subject;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.SubmissionWindow;

/**
 * The self-assessment of one unit in one round (bảng tự chấm), and what its reader may do with it.
 *
 * @param reader the account that is looking
 * @param roles those of the reader's roles that reach the unit
 * @param now the time of decisions
 */
public record Assessment(
    Round round,
    CriteriaSet set,
    RoundUnit unit,
    SubmissionWindow window,
    UUID reader,
    Set<Role> roles,
    OffsetDateTime now) {

  /** Where its pages stand. */
  public String path() {
    return "/rounds/" + round.key() + "/assessments/" + unit.code();
  }

  /** What an act on it is about. */
  public Subject subject() {
    return Subject.round(round.id()).of(unit.unit());
  }

  /** Whether its answers may change at all: the round is open and no report has been sent. */
  public boolean isOpen() {
    return round.phase().takesAnswers() && unit.submittedAt().isEmpty();
  }

  /** Whether its report came late (gửi muộn). */
  public boolean isLate() {
    return unit.submittedAt().filter(window::isLate).isPresent();
  }

  /** Whether the reader fills it in. */
  public boolean mayFill() {
    return isOpen() && (roles.contains(Role.CLERK) || roles.contains(Role.HEAD));
  }

  /** Whether the reader signs and sends it. */
  public boolean maySign() {
    return roles.contains(Role.HEAD);
  }

  /** Whether the reader answers for the unit, rather than looks on. */
  public boolean isOwn() {
    return roles.contains(Role.CLERK) || roles.contains(Role.HEAD);
  }
}
