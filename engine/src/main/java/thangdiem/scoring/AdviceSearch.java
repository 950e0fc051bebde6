package thangdiem.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/**
 * Looks for the improvements of a fact (tìm việc cần làm). Where points only rise with the fact,
 * the least improvement is found by halving; where they may also fall, as with a fact by which
 * something is divided, value by value as far as {@link #FARTHEST}.
 */
final class AdviceSearch {

  static final int FARTHEST = 50;

  private final CriteriaSet set;
  private final Trial start;
  private final LocalDate today;
  private final Map<String, Direction> directions = new HashMap<>();

  AdviceSearch(CriteriaSet set, Trial start, LocalDate today) {
    this.set = set;
    this.start = start;
    this.today = today;
  }

  Optional<Advice.Opportunity> of(FactDefinition fact) {
    if (fact.collectedBy() != FactDefinition.Collector.UNIT) {
      return Optional.empty();
    }
    var now = Optional.ofNullable(start.answers().facts().get(fact.id()));
    var steps =
        switch (fact.type()) {
          case COUNT, DECIMAL -> counted(fact, Ladder.of(fact, now));
          case BOOLEAN -> yes(fact, now);
          case CHOICE -> best(fact, choices(fact));
          case DATE ->
              now.orElse(new Fact.None()) instanceof Fact.None ? best(fact, days()) : none();
          case TEXT -> none();
        };
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(new Advice.Opportunity(fact, now, steps));
  }

  private static List<Advice.Step> none() {
    return List.of();
  }

  private List<Advice.Step> yes(FactDefinition fact, Optional<Fact> now) {
    var yes = new Fact.YesNo(true);
    return now.filter(yes::equals).isPresent() ? none() : best(fact, Stream.of(yes));
  }

  private static Stream<Fact> choices(FactDefinition fact) {
    return fact.options().stream().map(option -> new Fact.Chosen(option.id()));
  }

  /** The days that are left of the period, the last first. */
  private Stream<Fact> days() {
    var from = set.period().from().in(set.year());
    var first = today.isAfter(from) ? today : from;
    return Stream.<LocalDate>iterate(
            set.period().to().in(set.year()), day -> !day.isBefore(first), day -> day.minusDays(1))
        .map(Fact.Day::new);
  }

  /** The first of those values that brings most. */
  private List<Advice.Step> best(FactDefinition fact, Stream<Fact> values) {
    return values
        .map(value -> step(fact, value, Rational.ONE))
        .flatMap(Optional::stream)
        .reduce((one, other) -> other.gain().compareTo(one.gain()) > 0 ? other : one)
        .stream()
        .toList();
  }

  private Optional<Advice.Step> step(FactDefinition fact, Fact to, Rational by) {
    if (!start.mayRise(Map.of(fact.id(), to))) {
      return Optional.empty();
    }
    var tried = start.with(Map.of(fact.id(), to));
    var gain = tried.gainOver(start);
    return gain.value().signum() > 0 && tried.isSound()
        ? Optional.of(new Advice.Step(to, by, gain, tried.effectsSince(start)))
        : Optional.empty();
  }

  private List<Advice.Step> counted(FactDefinition fact, Ladder ladder) {
    return switch (direction(fact)) {
      case NONE, DOWN -> none();
      case UP -> climbing(fact, ladder);
      case MIXED -> oneByOne(fact, ladder);
    };
  }

  private Direction direction(FactDefinition fact) {
    return directions.computeIfAbsent(
        fact.id(), id -> Direction.of(set, start.answers().group(), id));
  }

  private List<Advice.Step> climbing(FactDefinition fact, Ladder ladder) {
    LongFunction<Trial> at = rung -> start.with(Map.of(fact.id(), ladder.at(rung)));
    long top = ladder.greatest(rung -> at.apply(rung).isSound());
    if (top < ladder.lowest()) {
      return none();
    }
    var most = at.apply(top).total();
    var any = ladder.least(top, rung -> at.apply(rung).total().compareTo(start.total()) > 0);
    var all = ladder.least(top, rung -> at.apply(rung).total().compareTo(most) >= 0);
    return any.isEmpty()
        ? none()
        : Stream.of(any.getAsLong(), all.getAsLong())
            .distinct()
            .flatMap(rung -> step(fact, ladder.at(rung), ladder.by(rung)).stream())
            .toList();
  }

  private List<Advice.Step> oneByOne(FactDefinition fact, Ladder ladder) {
    var steps = new ArrayList<Advice.Step>();
    for (long rung = ladder.lowest(); rung <= Math.min(FARTHEST, ladder.highest()); rung++) {
      step(fact, ladder.at(rung), ladder.by(rung)).ifPresent(steps::add);
    }
    return steps.isEmpty() ? none() : Stream.of(steps.getFirst(), most(steps)).distinct().toList();
  }

  /** The first that brings most. */
  private static Advice.Step most(List<Advice.Step> steps) {
    return steps.stream()
        .reduce((one, other) -> other.gain().compareTo(one.gain()) > 0 ? other : one)
        .orElseThrow();
  }

  /**
   * The least value of a counted fact with which those changes still bring enough; what was chosen
   * where it is not counted, or may cost points too.
   */
  Fact least(FactDefinition fact, Fact chosen, Trial changed, Points enough) {
    if (!(chosen instanceof Fact.Amount(var amount)) || direction(fact) != Direction.UP) {
      return chosen;
    }
    var ladder = Ladder.of(fact, Optional.ofNullable(start.answers().facts().get(fact.id())));
    var rung = amount.minus(ladder.from()).dividedBy(ladder.step());
    var found =
        ladder.least(
            rung.numerator().longValueExact(),
            lower ->
                changed.with(Map.of(fact.id(), ladder.at(lower))).gainOver(start).compareTo(enough)
                    >= 0);
    return found.isPresent() ? ladder.at(found.getAsLong()) : chosen;
  }
}
