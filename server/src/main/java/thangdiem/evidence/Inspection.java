package thangdiem.evidence;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a document (kết quả xem minh chứng).
 *
 * @param pages how many it has; 0 when it cannot be shown
 */
public record Inspection(int pages, List<Signature> signatures) {

  /**
   * A signature in it (chữ ký số).
   *
   * @param reason in the words of ETSI EN 319 102-1; empty when it passed
   * @param whole whether it covers all that the file shows now
   */
  public record Signature(
      String signer,
      String issuer,
      Optional<OffsetDateTime> time,
      Outcome outcome,
      String reason,
      boolean whole) {}

  /** Whether a signature counts. */
  public enum Outcome {
    PASSED,
    FAILED,
    INDETERMINATE
  }

  public boolean canBeShown() {
    return pages > 0;
  }

  /** Reads what the inspector said, a line for each signature. */
  static Inspection read(int pages, String report) {
    return new Inspection(
        pages,
        report
            .lines()
            .map(line -> line.split("\t", -1))
            .filter(parts -> parts.length == 7 && parts[0].equals("signature"))
            .map(parts ->
                new Signature(
                    parts[1],
                    parts[2],
                    time(parts[3]),
                    outcome(parts[4]),
                    parts[5],
                    Boolean.parseBoolean(parts[6])))
            .toList());
  }

  private static Optional<OffsetDateTime> time(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What the inspector does not call passed or failed is undecided. */
  private static Outcome outcome(String text) {
    return switch (text) {
      case "PASSED" -> Outcome.PASSED;
      case "FAILED" -> Outcome.FAILED;
      default -> Outcome.INDETERMINATE;
    };
  }
}
