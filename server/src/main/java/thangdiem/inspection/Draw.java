package thangdiem.inspection;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A draw (lượt bốc thăm): its seed, and every unit with its weight.
 *
 * @param size how many were to be drawn
 */
public record Draw(
    UUID id, String seed, int size, OffsetDateTime at, String by, List<Candidate> candidates) {

  /**
   * A unit in the draw.
   *
   * @param drawn in which place; absent where it was not drawn
   */
  public record Candidate(
      UUID unit, String code, String name, int weight, Risk risk, Optional<Integer> drawn) {}
}
