package thangdiem.submission;

import java.sql.SQLException;
import org.springframework.dao.DataIntegrityViolationException;
import thangdiem.audit.Refusal;

/**
 * The database's own no (số liệu đã khóa): the report was sent, or the round moved on, between the
 * page and the change.
 */
public final class Frozen {

  private static final String RESTRICT_VIOLATION = "23001";

  private Frozen() {}

  /** What to tell whoever was too late; any other violation is a fault of ours. */
  static RuntimeException refusal(DataIntegrityViolationException violation) {
    return refusal(violation, "form.sent");
  }

  /** The same in the words of that key. */
  public static RuntimeException refusal(DataIntegrityViolationException violation, String key) {
    return violation.getRootCause() instanceof SQLException sql
            && RESTRICT_VIOLATION.equals(sql.getSQLState())
        ? new Refusal(key)
        : violation;
  }
}
