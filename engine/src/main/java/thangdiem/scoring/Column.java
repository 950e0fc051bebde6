package thangdiem.scoring;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Rational;

/**
 * One fact of many units as whole numbers (một cột số liệu). "There is none" is kept apart only
 * where it differs from 0 and from no.
 *
 * <p>Numbers stay below 2^24, so that what kernels compute from two of them fits an {@code int}; a
 * fact that does not fit is no column's business.
 */
final class Column {

  private static final int BITS = 24;

  /** Numbers and days keep within this limit. */
  static final int LIMIT = 1 << BITS;

  static final int UNANSWERED = -1;
  static final byte UNANSWERED_YES_NO = 2;
  static final int NO_OPTION = -2;
  static final int UNANSWERED_DAY = -1 << 30;
  static final int NO_DAY = -1 << 29;

  private static final int DECIMALS = 100;

  private final FactDefinition definition;
  private byte[] marks = {};
  private int[] numbers = {};

  Column(FactDefinition definition) {
    this.definition = definition;
  }

  /** By what a number was multiplied to be whole. */
  int scale() {
    return definition.type() == FactType.DECIMAL ? DECIMALS : 1;
  }

  FactDefinition definition() {
    return definition;
  }

  /** Yes is 1 and no is 0; an option is its place among the options. */
  byte[] marks() {
    return marks;
  }

  /** Numbers times the scale; days since 1970. */
  int[] numbers() {
    return numbers;
  }

  private boolean marked() {
    return definition.type() == FactType.BOOLEAN || definition.type() == FactType.CHOICE;
  }

  /** Makes room for so many units; those that were not there have not answered. */
  void resize(int units) {
    int before = marked() ? marks.length : numbers.length;
    if (marked()) {
      marks = Arrays.copyOf(marks, units);
      Arrays.fill(marks, Math.min(before, units), units, (byte) code(null).orElseThrow());
    } else {
      numbers = Arrays.copyOf(numbers, units);
      Arrays.fill(numbers, Math.min(before, units), units, code(null).orElse(UNANSWERED));
    }
  }

  /** Whether the fact can stand in this column. */
  boolean takes(@Nullable Fact fact) {
    return code(fact).isPresent();
  }

  void set(int unit, @Nullable Fact fact) {
    int code = code(fact).orElseThrow();
    if (marked()) {
      marks[unit] = (byte) code;
    } else {
      numbers[unit] = code;
    }
  }

  /** The fact as it counts for points; empty where it is unanswered. */
  Optional<Fact> fact(int unit) {
    int code = marked() ? marks[unit] : numbers[unit];
    return code == code(null).orElse(UNANSWERED) ? Optional.empty() : Optional.of(meaning(code));
  }

  private Fact meaning(int code) {
    return switch (definition.type()) {
      case COUNT, DECIMAL -> new Fact.Amount(Rational.of(code, scale()));
      case BOOLEAN -> new Fact.YesNo(code == 1);
      case CHOICE ->
          code == NO_OPTION
              ? new Fact.None()
              : new Fact.Chosen(definition.options().get(code).id());
      case DATE -> code == NO_DAY ? new Fact.None() : new Fact.Day(LocalDate.ofEpochDay(code));
      case TEXT -> throw new IllegalStateException("text in a column: " + definition.id());
    };
  }

  private OptionalInt code(@Nullable Fact fact) {
    return switch (definition.type()) {
      case COUNT, DECIMAL ->
          switch (fact) {
            case null -> OptionalInt.of(UNANSWERED);
            case Fact.None _ -> OptionalInt.of(0);
            case Fact.Amount(var value) -> number(value.times(Rational.of(scale())));
            default -> OptionalInt.empty();
          };
      case BOOLEAN ->
          switch (fact) {
            case null -> OptionalInt.of(UNANSWERED_YES_NO);
            case Fact.None _ -> OptionalInt.of(0);
            case Fact.YesNo(var yes) -> OptionalInt.of(yes ? 1 : 0);
            default -> OptionalInt.empty();
          };
      case CHOICE ->
          switch (fact) {
            case null -> OptionalInt.of(UNANSWERED);
            case Fact.None _ -> OptionalInt.of(NO_OPTION);
            case Fact.Chosen(var option) -> option(option);
            default -> OptionalInt.empty();
          };
      case DATE ->
          switch (fact) {
            case null -> OptionalInt.of(UNANSWERED_DAY);
            case Fact.None _ -> OptionalInt.of(NO_DAY);
            case Fact.Day(var date) ->
                Math.abs(date.toEpochDay()) >>> BITS == 0
                    ? OptionalInt.of((int) date.toEpochDay())
                    : OptionalInt.empty();
            default -> OptionalInt.empty();
          };
      case TEXT -> fact == null ? OptionalInt.of(UNANSWERED) : OptionalInt.empty();
    };
  }

  private static OptionalInt number(Rational scaled) {
    return scaled.isWhole() && scaled.numerator().shiftRight(BITS).signum() == 0
        ? OptionalInt.of(scaled.numerator().intValue())
        : OptionalInt.empty();
  }

  private OptionalInt option(String id) {
    return IntStream.range(0, Math.min(Byte.MAX_VALUE, definition.options().size()))
        .filter(i -> definition.options().get(i).id().equals(id))
        .findFirst();
  }
}
