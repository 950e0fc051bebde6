package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.Set;
import thangdiem.audit.Role;

/**
 * A unit's part in a round (đơn vị trong đợt), as somebody sees it.
 *
 * @param roles those of the reader's roles that reach the unit; empty where none does
 * @param now the time of decisions
 */
public record Participation(
    Round round, RoundUnit unit, SubmissionWindow window, Set<Role> roles, OffsetDateTime now) {}
