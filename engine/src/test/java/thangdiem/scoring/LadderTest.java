package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Rational;

/** The values above the one that a unit states. */
class LadderTest {

  private static final long MOST = 1_000_000_000_000L;

  private static Ladder ladder(String fact, Optional<Fact> now) {
    FactDefinition definition = SmallSet.withRule("{yesNo: yes}").facts().get(fact);
    return Ladder.of(definition, now);
  }

  private static Optional<Fact> amount(String value) {
    return Optional.of(new Fact.Amount(Rational.of(value)));
  }

  @Test
  void beginsAboveWhatIsStated() {
    assertThat(ladder("a", amount("7")))
        .isEqualTo(new Ladder(Rational.of(7), Rational.ONE, 1, MOST - 7));
    assertThat(ladder("c", amount("-0.5")))
        .isEqualTo(new Ladder(Rational.of(-1, 2), Rational.of(1, 100), 1, 100 * MOST + 50));
  }

  @Test
  void beginsAtZeroWhereNothingIsStatedAndAboveItWhereThereIsNone() {
    assertThat(ladder("a", Optional.empty()))
        .isEqualTo(new Ladder(Rational.ZERO, Rational.ONE, 0, MOST));
    assertThat(ladder("a", Optional.of(new Fact.None())))
        .isEqualTo(new Ladder(Rational.ZERO, Rational.ONE, 1, MOST));
    assertThat(ladder("c", Optional.empty()).from()).isEqualTo(Rational.ZERO);
  }

  @Test
  void climbsByItsStep() {
    var ladder = ladder("c", amount("1.5"));
    assertThat(ladder.by(3)).isEqualTo(Rational.of("0.03"));
    assertThat(ladder.at(3)).isEqualTo(new Fact.Amount(Rational.of("1.53")));
  }

  @Test
  void findsTheLeastRungAtWhichSomethingHolds() {
    for (long lowest : new long[] {0, 1}) {
      var ladder = new Ladder(Rational.ZERO, Rational.ONE, lowest, 40);
      for (long top = 0; top <= 40; top++) {
        for (long from = 0; from <= 42; from++) {
          long least = from;
          assertThat(ladder.least(top, rung -> rung >= least))
              .as("from %s up to %s", from, top)
              .isEqualTo(
                  top < lowest || from > top
                      ? OptionalLong.empty()
                      : OptionalLong.of(Math.max(from, lowest)));
        }
      }
    }
  }

  @Test
  void findsTheGreatestRungUpToWhichSomethingHolds() {
    for (long lowest : new long[] {0, 1}) {
      var ladder = new Ladder(Rational.ZERO, Rational.ONE, lowest, 40);
      for (long to = -1; to <= 45; to++) {
        long most = to;
        assertThat(ladder.greatest(rung -> rung <= most)).isEqualTo(Math.clamp(to, lowest - 1, 40));
      }
    }
  }

  @Test
  void asksOfFewRungsHoweverManyThereAre() {
    var asked = new int[1];
    ladder("a", amount("7"))
        .least(
            MOST - 7,
            rung -> {
              asked[0]++;
              return rung >= 3;
            });
    assertThat(asked[0]).isLessThan(8);
  }
}
