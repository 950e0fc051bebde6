package thangdiem.criteria;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers from one cut to another (khoảng): what a tier or a window asks for. */
record Span(Cut from, Cut to) {

  static final Cut BOTTOM = Cut.before(Range.FAR.negated());
  static final Cut TOP = Cut.after(Range.FAR);
  static final Span ALL = new Span(BOTTOM, TOP);

  static Span of(Optional<ScoringRule.Bound> lower, Optional<ScoringRule.Bound> upper) {
    return new Span(
        lower.map(bound -> new Cut(bound.value(), !bound.inclusive())).orElse(BOTTOM),
        upper.map(bound -> new Cut(bound.value(), bound.inclusive())).orElse(TOP));
  }

  static Span of(Range range) {
    return new Span(Cut.before(range.low()), Cut.after(range.high()));
  }

  boolean isEmpty() {
    return from.compareTo(to) >= 0;
  }

  boolean opensBelow() {
    return from.equals(BOTTOM);
  }

  boolean opensAbove() {
    return to.equals(TOP);
  }

  /** As far as whole numbers can tell. */
  Span whole() {
    return new Span(opensBelow() ? from : from.whole(), opensAbove() ? to : to.whole());
  }

  Span and(Span other) {
    return new Span(later(from, other.from), earlier(to, other.to));
  }

  /** What remains without the other. */
  private Stream<Span> without(Span other) {
    return Stream.of(new Span(from, earlier(to, other.from)), new Span(later(from, other.to), to)).filter(span -> !span.isEmpty());
  }

  /** What remains without all the others, from below. */
  List<Span> without(List<Span> others) {
    var left = List.of(this);
    for (var other : others) {
      left = left.stream().flatMap(span -> other.isEmpty() ? Stream.of(span) : span.without(other)).toList();
    }
    return left;
  }

  private static Cut earlier(Cut one, Cut other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Cut later(Cut one, Cut other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
