package thangdiem.audit;

import java.util.Optional;
import java.util.UUID;

/** What an act is about (đối tượng): a round, a unit, both, or the province as a whole. */
public record Subject(Optional<UUID> round, Optional<UUID> unit) {

  public static final Subject PROVINCE = new Subject(Optional.empty(), Optional.empty());

  public static Subject unit(UUID unit) {
    return new Subject(Optional.empty(), Optional.of(unit));
  }

  public static Subject round(UUID round) {
    return new Subject(Optional.of(round), Optional.empty());
  }

  public Subject of(UUID unit) {
    return new Subject(round, Optional.of(unit));
  }
}
