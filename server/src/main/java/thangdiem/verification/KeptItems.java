package thangdiem.verification;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Section;
import thangdiem.round.Round;

/**
 * What is to be looked at in each unit, found once for each state of the unit (việc thẩm định đã
 * tính): of thousands of units only those are reckoned again about which something was found since.
 */
@Component
class KeptItems {

  /** A section as whoever holds that place sees it. */
  private record Part(String section, int place) {}

  /**
   * What was found of a unit in one state; the state is never changed, a new one takes its place.
   */
  private record Kept(VerifiedUnit unit, Map<Part, List<QueueItem>> parts) {
    static Kept of(VerifiedUnit unit) {
      return new Kept(unit, new ConcurrentHashMap<>());
    }
  }

  private final Map<UUID, Map<UUID, Kept>> kept = new ConcurrentHashMap<>();

  /** Everything to be looked at in a section of a unit. */
  List<QueueItem> of(Round round, CriteriaSet set, VerifiedUnit unit, Section section, int place) {
    return kept.computeIfAbsent(round.id(), _ -> new ConcurrentHashMap<>())
        .compute(
            unit.unit().unit(),
            (_, known) -> known != null && isSame(known.unit(), unit) ? known : Kept.of(unit))
        .parts()
        .computeIfAbsent(
            new Part(section.code(), place), _ -> Queue.items(set, unit, section, place));
  }

  /**
   * Whether it is the unit in the same state: the very same value, as long as nothing was found.
   * What was measured there is put to it each time, so such a unit is compared as a whole.
   */
  static boolean isSame(VerifiedUnit known, VerifiedUnit unit) {
    return known == unit || unit.measured().isPresent() && known.equals(unit);
  }
}
