package thangdiem.criteria;

import java.util.Optional;

/**
 * A grade (loại: Tốt, Khá, …).
 *
 * @param floor the least total that earns it; empty for the lowest grade
 */
public record Grade(String name, Optional<Points> floor, String basis) {

  public boolean reachedBy(Points total) {
    return floor.isEmpty() || total.compareTo(floor.get()) >= 0;
  }
}
