package thangdiem.verification;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import thangdiem.criteria.Rational;

/**
 * Somebody's queue in its order (hàng đợi đã xếp): after a finding only the items of its unit are
 * put into place again.
 */
final class SortedQueue {

  /** An item with what it is ordered by. */
  private record Placed(boolean open, Rational urgency, QueueItem item) {
    static Placed of(QueueItem item) {
      return new Placed(item.state().isOpen(), item.urgency(), item);
    }
  }

  /** The items alone, without a copy of them. */
  private static final class Items extends AbstractList<QueueItem> implements RandomAccess {
    private final List<Placed> placed;

    Items(List<Placed> placed) {
      this.placed = placed;
    }

    @Override
    public QueueItem get(int index) {
      return placed.get(index).item();
    }

    @Override
    public int size() {
      return placed.size();
    }
  }

  private static final Comparator<Placed> ORDER =
      Comparator.comparing((Placed one) -> !one.open())
          .thenComparing(Placed::urgency, Comparator.reverseOrder())
          .thenComparing(one -> one.item().unit().ordinal())
          .thenComparing(one -> one.item().code())
          .thenComparing(one -> one.item().place());

  private final Map<UUID, VerifiedUnit> seen;
  private final List<Placed> placed;
  private final List<QueueItem> items;

  private SortedQueue(Map<UUID, VerifiedUnit> seen, List<Placed> placed) {
    this.seen = seen;
    this.placed = placed;
    this.items = new Items(placed);
  }

  static SortedQueue of(
      Collection<VerifiedUnit> units, Function<VerifiedUnit, List<QueueItem>> itemsOf) {
    return new SortedQueue(Map.of(), List.of()).with(units, itemsOf);
  }

  /** The same with the units as they are now. */
  SortedQueue with(
      Collection<VerifiedUnit> units, Function<VerifiedUnit, List<QueueItem>> itemsOf) {
    var changed = units.stream().filter(unit -> !isSeen(unit)).toList();
    if (changed.isEmpty() && units.size() == seen.size()) {
      return this;
    }
    var now = new HashMap<UUID, VerifiedUnit>();
    units.forEach(unit -> now.put(unit.unit().unit(), unit));
    var leave = new HashSet<UUID>(seen.keySet());
    leave.removeAll(now.keySet());
    var fresh = new ArrayList<Placed>();
    for (var unit : changed) {
      leave.add(unit.unit().unit());
      itemsOf.apply(unit).forEach(item -> fresh.add(Placed.of(item)));
    }
    fresh.sort(ORDER);
    var stay = new ArrayList<Placed>(placed.size());
    for (var one : placed) {
      if (!leave.contains(one.item().unit().unit())) {
        stay.add(one);
      }
    }
    return new SortedQueue(now, merged(stay, fresh));
  }

  private boolean isSeen(VerifiedUnit unit) {
    @Nullable VerifiedUnit known = seen.get(unit.unit().unit());
    return known != null && KeptItems.isSame(known, unit);
  }

  /** Few are put among many: each finds its place, and what lies between is taken over as it is. */
  private static List<Placed> merged(List<Placed> many, List<Placed> few) {
    if (many.isEmpty()) {
      return few;
    }
    var all = new ArrayList<Placed>(many.size() + few.size());
    int from = 0;
    for (var one : few) {
      int found = Collections.binarySearch(many, one, ORDER);
      int at = Math.max(from, found < 0 ? -found - 1 : found);
      all.addAll(many.subList(from, at));
      all.add(one);
      from = at;
    }
    all.addAll(many.subList(from, many.size()));
    return all;
  }

  /** The most urgent first. */
  List<QueueItem> items() {
    return items;
  }
}
