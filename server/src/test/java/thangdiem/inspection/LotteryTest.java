package thangdiem.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The draw of whom to inspect: anybody with the seed gets the same list. */
class LotteryTest {

  private static final Map<String, Integer> WEIGHTS =
      Map.of("so-a", 1, "so-b", 9, "so-c", 4, "so-d", 1, "so-e", 15);

  @Test
  void theSameSeedGivesTheSameList() {
    var list = Lottery.draw("08122017", WEIGHTS, 3);
    assertThat(list).hasSize(3).doesNotHaveDuplicates();
    assertThat(Lottery.draw("08122017", new TreeMap<>(WEIGHTS), 3)).isEqualTo(list);
    assertThat(Lottery.draw("08122017", new HashMap<>(WEIGHTS), 3)).isEqualTo(list);
  }

  /** Reckoned by hand: sha256("1:1") mod 30, and so on; a change of the method is seen. */
  @Test
  void theMethodIsTheOneThatIsPublished() {
    assertThat(Lottery.draw("1", Map.of("a", 10, "b", 10, "c", 10), 3)).isEqualTo(EXPECTED);
  }

  private static final List<String> EXPECTED = expected();

  private static List<String> expected() {
    var left = new java.util.ArrayList<>(List.of("a", "b", "c"));
    var drawn = new java.util.ArrayList<String>();
    for (int step = 1; step <= 3; step++) {
      var number =
          new java.math.BigInteger(thangdiem.exchange.Sha256.of("1:" + step), 16)
              .mod(java.math.BigInteger.valueOf(10L * left.size()))
              .intValue();
      drawn.add(left.remove(number / 10));
    }
    return drawn;
  }

  @Test
  void otherSeedsGiveOtherListsAndTheHeavyAreDrawnMoreOften() {
    var first = new HashMap<String, Integer>();
    for (int seed = 0; seed < 3000; seed++) {
      first.merge(Lottery.draw("seed " + seed, WEIGHTS, 1).getFirst(), 1, Integer::sum);
    }
    assertThat(first.keySet()).isEqualTo(WEIGHTS.keySet());
    assertThat(first.get("so-e")).isBetween(1350, 1650);
    assertThat(first.get("so-b")).isBetween(750, 1050);
    assertThat(first.get("so-a")).isBetween(50, 160);
  }

  @Test
  void everybodyIsDrawnWhereAsManyAreAskedFor() {
    assertThat(Lottery.draw("x", WEIGHTS, 50))
        .containsExactlyInAnyOrderElementsOf(WEIGHTS.keySet());
  }
}
