package thangdiem.council;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.criteria.Points;
import thangdiem.scoring.Fact;

/**
 * A numbered correction of what was adopted (đính chính): proposed by one, approved by two others.
 *
 * @param code of the criterion, or of what (no longer) applies; the kind of a deduction
 * @param occasion what is deducted for; empty where it is about no deduction
 * @param points deducted from now on
 * @param base the version that it corrects
 * @param approvals the names of those who approved
 * @param approvers their accounts
 * @param version the version that it made; absent while it waits
 * @param withdrawn why it was withdrawn, where it was
 */
public record Correction(
    UUID id,
    UUID unit,
    String code,
    CorrectionKind kind,
    String document,
    LocalDate documentOn,
    String ground,
    String words,
    Map<String, Optional<Fact>> facts,
    String occasion,
    Optional<Points> points,
    int base,
    OffsetDateTime at,
    UUID account,
    String by,
    List<String> approvals,
    List<UUID> approvers,
    Optional<Integer> version,
    Optional<String> withdrawn) {

  /** How many approvals it takes. */
  public static final int APPROVALS = 2;

  /** Whether it waits for approvals, the latest version being the one that it corrects. */
  public boolean waits(int latest) {
    return version.isEmpty() && withdrawn.isEmpty() && base == latest;
  }
}
