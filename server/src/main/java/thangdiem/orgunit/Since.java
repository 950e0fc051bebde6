package thangdiem.orgunit;

import java.time.LocalDate;

/** From which day something holds, and the document that says so (hiệu lực). */
record Since(LocalDate day, String document) {

  /** The last day of what was before. */
  LocalDate dayBefore() {
    return day.minusDays(1);
  }
}
