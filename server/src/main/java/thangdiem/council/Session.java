package thangdiem.council;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** A session of the council (phiên họp). */
public record Session(
    UUID id,
    int number,
    LocalDate heldOn,
    String place,
    Optional<OffsetDateTime> openedAt,
    Optional<OffsetDateTime> closedAt) {

  public boolean isOpen() {
    return openedAt.isPresent() && closedAt.isEmpty();
  }

  public boolean isClosed() {
    return closedAt.isPresent();
  }

  /** The key of the word for its state. */
  public String state() {
    return isClosed() ? "CLOSED" : isOpen() ? "OPEN" : "CALLED";
  }
}
