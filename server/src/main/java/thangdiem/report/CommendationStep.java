package thangdiem.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A step of the proposal on its way (bước của hồ sơ khen thưởng).
 *
 * @param units of what was sent: the units' codes
 */
public record CommendationStep(
    Kind kind,
    List<String> units,
    String words,
    String document,
    Optional<LocalDate> documentOn,
    OffsetDateTime at,
    String by) {

  /** The steps in their order. */
  public enum Kind {
    /** By the council's secretary, with the council's minutes. */
    SENT,
    /** By Sở Nội vụ. */
    RECEIVED,
    /** To the provincial committee. */
    SUBMITTED,
    DECIDED;

    /** Whether it goes with a document. */
    public boolean underDocument() {
      return this != RECEIVED;
    }
  }
}
