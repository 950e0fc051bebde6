package thangdiem.collection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has to fill in for a unit above, and what they collect themselves (phiếu của tôi).
 */
public record MySheets(List<Sheet> sheets, List<Own> own, LocalDate today) {

  /** A sheet that is asked of the reader. */
  public record Sheet(
      String path,
      String round,
      String unit,
      String asked,
      LocalDate due,
      Optional<OffsetDateTime> handedInAt,
      Optional<OffsetDateTime> remindedAt,
      int answered,
      int facts) {

    public boolean isDone() {
      return handedInAt.isPresent() && answered == facts;
    }

    public boolean isLate(LocalDate today) {
      return !isDone() && today.isAfter(due);
    }
  }

  /** A unit for which the reader may collect. */
  public record Own(String path, String round, String unit, boolean opened) {}
}
