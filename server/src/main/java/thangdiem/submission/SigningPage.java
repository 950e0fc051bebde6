package thangdiem.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.words.Sentence;

/**
 * The head's page (trang của thủ trưởng): what the unit would state, what has changed since last
 * year, what is doubtful; and the two things to do: give it back, or sign and send it.
 *
 * @param lastYear what last year's facts come to under this year's rules
 * @param provisional how many of its answers may still change before the period ends (Đ6.3)
 * @param withPoints criteria that have points
 * @param unproven those of them of which neither a fact nor the criterion itself has evidence
 * @param sha256 of the answers that the signer sees
 * @param request by which the form, sent twice, is one report
 */
public record SigningPage(
    Assessment assessment,
    FormPage.Tally tally,
    Optional<Points> lastYear,
    List<Part> sections,
    List<Missing> missing,
    List<Doubtful> doubtful,
    List<Notes.Claim> claims,
    Optional<Notes.Handover> handover,
    int provisional,
    int withPoints,
    List<String> unproven,
    String sha256,
    UUID request) {

  /** What the total is more, or less, than last year's. */
  public Optional<Points> change() {
    return lastYear.map(before -> tally.total().minus(before));
  }

  /** A section with what it was last year. */
  public record Part(
      String code, String name, Points points, Points max, Optional<Points> lastYear) {

    public int percent() {
      return max.equals(Points.NONE)
          ? 0
          : points
              .value()
              .times(thangdiem.criteria.Rational.of(100))
              .dividedBy(max.value())
              .toDecimal(0)
              .intValue();
    }
  }

  /** A fact without an answer, and where it is entered. */
  public record Missing(FactDefinition fact, String section) {}

  /** A fact about which a verifier would ask. */
  public record Doubtful(FactDefinition fact, String section, String shown, List<Sentence> why) {}

  /** Whether it can be signed: nothing is missing. */
  public boolean complete() {
    return missing.isEmpty();
  }
}
