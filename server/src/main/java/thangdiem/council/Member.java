package thangdiem.council;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A member of the council (thành viên hội đồng), with the decision that appointed them.
 *
 * @param released the document that released them, where one did
 */
public record Member(
    UUID id,
    UUID account,
    String name,
    String unit,
    Office office,
    String document,
    LocalDate documentOn,
    Optional<String> released) {

  public boolean isActive() {
    return released.isEmpty();
  }
}
