package thangdiem.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thangdiem.criteria.Points;
import thangdiem.round.RoundUnit;
import thangdiem.scoring.Peers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/** A queue that only puts into place what has changed is the queue that is sorted as a whole. */
class SortedQueueTest {

  private static final SplittableRandom RANDOM = new SplittableRandom(5000);

  /** The state of a unit: another value whenever something was found. */
  private static VerifiedUnit state(int unit) {
    var answers =
        new UnitAnswers(
            "u" + unit,
            "Đơn vị " + unit,
            "department",
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            true);
    return new VerifiedUnit(
        new RoundUnit(
            new UUID(0, unit), "u" + unit, "Đơn vị " + unit, "department", unit, Optional.empty()),
        false,
        answers,
        SCORE,
        answers,
        SCORE,
        Map.of(),
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static final thangdiem.scoring.ScoreSheet SCORE = score();

  private static thangdiem.scoring.ScoreSheet score() {
    var set =
        thangdiem.exchange.CriteriaSource.read(
                "hau-giang-ict/2017", List.of(java.nio.file.Path.of("../criteria")))
            .file()
            .set();
    var answers =
        new UnitAnswers(
            "u",
            "u",
            set.groups().getFirst().id(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            true);
    return new Scorer(set, Policy.DEFAULT, List.of())
        .score(answers, Peers.of(set, List.of(answers)));
  }

  private record Made(VerifiedUnit unit, List<QueueItem> items) {}

  private static Made made(int number) {
    var unit = state(number);
    var items = new ArrayList<QueueItem>();
    for (int i = 0; i < 6; i++) {
      items.add(
          new QueueItem(
              unit.unit(),
              "I." + i,
              "Tiêu chí",
              "I",
              1,
              Points.of(String.valueOf(RANDOM.nextInt(20))),
              Points.NONE,
              List.of(),
              QueueItem.State.values()[RANDOM.nextInt(QueueItem.State.values().length)]));
    }
    return new Made(unit, items);
  }

  @Test
  void isTheSameAsSortedAnew() {
    var now = new ArrayList<>(IntStream.range(0, 200).mapToObj(SortedQueueTest::made).toList());
    var queue = sorted(now);
    for (int step = 0; step < 300; step++) {
      for (int changes = RANDOM.nextInt(4); changes > 0; changes--) {
        int unit = RANDOM.nextInt(now.size());
        now.set(unit, made(unit));
      }
      queue = queue.with(units(now), unit -> itemsOf(now, unit));

      assertThat(queue.items()).isEqualTo(sorted(now).items());
    }
  }

  @Test
  void asksOnlyForWhatHasChanged() {
    var now = new ArrayList<>(IntStream.range(0, 50).mapToObj(SortedQueueTest::made).toList());
    var queue = sorted(now);
    now.set(7, made(7));
    var asked = new ArrayList<VerifiedUnit>();
    var after =
        queue.with(
            units(now),
            unit -> {
              asked.add(unit);
              return itemsOf(now, unit);
            });

    assertThat(asked).containsExactly(now.get(7).unit());
    assertThat(after.with(units(now), unit -> itemsOf(now, unit))).isSameAs(after);
  }

  private static List<VerifiedUnit> units(List<Made> now) {
    return now.stream().map(Made::unit).toList();
  }

  private static List<QueueItem> itemsOf(List<Made> now, VerifiedUnit unit) {
    return now.get((int) unit.unit().unit().getLeastSignificantBits()).items();
  }

  private static SortedQueue sorted(List<Made> now) {
    return SortedQueue.of(units(now), unit -> itemsOf(now, unit));
  }
}
