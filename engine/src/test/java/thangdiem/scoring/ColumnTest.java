package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactOption;
import thangdiem.criteria.Rational;

/**
 * What a column can hold, on both sides of each limit, and that it gives back what it was given.
 */
class ColumnTest {

  private static final CriteriaSet SET = SmallSet.withRule("{yesNo: yes}");

  private static Column column(String fact) {
    return new Column(SET.facts().get(fact));
  }

  private static Fact amount(String value) {
    return new Fact.Amount(Rational.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "a, 0, true",
    "a, 16777215, true",
    "a, 16777216, false",
    "a, -1, false",
    "a, 0.5, false",
    "c, 0.01, true",
    "c, 0.005, false",
    "c, 167772.15, true",
    "c, 167772.16, false",
    "c, -0.01, false"
  })
  void takesNumbersBelowItsLimitThatAreWhole(String fact, String value, boolean taken) {
    assertThat(column(fact).takes(amount(value))).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"16777215, true", "16777216, false", "-16777215, true", "-16777216, false"})
  void takesDaysNearerThanItsLimit(long day, boolean taken) {
    assertThat(column("day").takes(new Fact.Day(LocalDate.ofEpochDay(day)))).isEqualTo(taken);
  }

  @Test
  void takesAsManyOptionsAsAByteCounts() {
    var colour = SET.facts().get("colour");
    var many =
        new Column(
            new FactDefinition(
                "many",
                "",
                colour.type(),
                "",
                "",
                "",
                colour.rollUp(),
                false,
                false,
                IntStream.rangeClosed(1, 130)
                    .mapToObj(i -> new FactOption("o" + i, "O" + i))
                    .toList(),
                colour.min(),
                colour.max(),
                colour.collectedBy(),
                List.of(),
                ""));
    assertThat(many.takes(new Fact.Chosen("o127"))).isTrue();
    assertThat(many.takes(new Fact.Chosen("o128"))).isFalse();
    many.resize(1);
    many.set(0, new Fact.Chosen("o127"));
    assertThat(many.fact(0)).contains(new Fact.Chosen("o127"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "c", "yes", "colour", "day"})
  void takesNoFactOfAnotherKind(String fact) {
    assertThat(column(fact).takes(new Fact.Words("x"))).isFalse();
    assertThat(column(fact).takes(null)).isTrue();
    assertThat(column(fact).takes(new Fact.None())).isTrue();
  }

  @Test
  void takesNoText() {
    assertThat(column("remark").takes(new Fact.Words("x"))).isFalse();
    assertThat(column("remark").takes(null)).isTrue();
  }

  @Test
  void givesBackWhatItWasGivenAsItCountsForPoints() {
    gives("a", amount("7"), amount("7"));
    gives("a", new Fact.None(), amount("0"));
    gives("c", amount("0.07"), amount("0.07"));
    gives("yes", new Fact.YesNo(true), new Fact.YesNo(true));
    gives("yes", new Fact.YesNo(false), new Fact.YesNo(false));
    gives("yes", new Fact.None(), new Fact.YesNo(false));
    gives("colour", new Fact.Chosen("red"), new Fact.Chosen("red"));
    gives("colour", new Fact.Chosen("blue"), new Fact.Chosen("blue"));
    gives("colour", new Fact.None(), new Fact.None());
    gives("day", new Fact.None(), new Fact.None());
    var day = new Fact.Day(LocalDate.parse("1969-12-31"));
    gives("day", day, day);
  }

  private static void gives(String fact, Fact given, Fact back) {
    var column = column(fact);
    column.resize(2);
    column.set(1, given);
    assertThat(column.fact(0)).isEmpty();
    assertThat(column.fact(1)).contains(back);
    column.resize(4);
    assertThat(column.fact(1)).contains(back);
    assertThat(column.fact(2)).isEmpty();
    assertThat(column.fact(3)).isEmpty();
    column.resize(2);
    assertThat(column.fact(1)).contains(back);
    column.set(1, null);
    assertThat(column.fact(1)).isEmpty();
  }

  @Test
  void ofTextIsAlwaysUnanswered() {
    var column = column("remark");
    column.resize(1);
    assertThat(column.fact(0)).isEmpty();
  }

  @Test
  void multipliesDecimalsOnly() {
    assertThat(column("a").scale()).isEqualTo(1);
    assertThat(column("c").scale()).isEqualTo(100);
  }
}
