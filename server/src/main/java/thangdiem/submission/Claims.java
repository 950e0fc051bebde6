package thangdiem.submission;

import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;

/**
 * What a unit says does not apply to it (không áp dụng), with its reason. A claim is not a
 * decision: the verifier looks at it, the council decides.
 */
@Component
class Claims {

  static final int LONGEST_REASON = 1_000;

  private final ClaimTable table;
  private final Acts acts;

  Claims(ClaimTable table, Acts acts) {
    this.table = table;
    this.acts = acts;
  }

  /** Claims that those criteria, groups or sections do not apply. */
  void claim(Actor actor, Assessment assessment, List<String> codes, String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refusal("claim.reason", LONGEST_REASON);
    }
    if (codes.isEmpty()) {
      throw new Refusal("claim.nothing");
    }
    codes.stream()
        .filter(code -> assessment.set().scoredBelow(code).isEmpty())
        .findFirst()
        .ifPresent(code -> {
          throw new Refusal("claim.unknown", code);
        });
    change(
        actor,
        Act.NOT_APPLICABLE_CLAIMED,
        assessment,
        codes,
        () -> codes.forEach(code -> table.claim(assessment, code, reason.strip())));
  }

  /** Takes a claim back; the criterion applies again. */
  void withdraw(Actor actor, Assessment assessment, String code) {
    change(
        actor,
        Act.NOT_APPLICABLE_WITHDRAWN,
        assessment,
        List.of(code),
        () -> {
          if (!table.withdraw(assessment, code)) {
            throw new Refusal("claim.none", code);
          }
        });
  }

  private void change(
      Actor actor, Act act, Assessment assessment, List<String> codes, Runnable what) {
    try {
      acts.run(
          actor,
          act,
          assessment.subject(),
          event -> {
            event.with("criteria", String.join(", ", codes));
            what.run();
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e);
    }
  }
}
