package thangdiem.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;

/** A hundred proposals stay readable: in groups, counted, narrowed down. */
class ProposalListTest {

  private static final List<RoundUnit> UNITS =
      java.util.stream.IntStream.range(0, 25).mapToObj(ProposalListTest::unit).toList();

  private static RoundUnit unit(int number) {
    return new RoundUnit(
        new UUID(0, number),
        "unit-" + number,
        "department",
        "Sở " + number,
        number,
        Optional.empty());
  }

  /** Four about each unit: two of them nobody has verified. */
  private static List<Proposal> hundred() {
    var all = new ArrayList<Proposal>();
    for (var source :
        List.of(Source.DISPUTED, Source.UNVERIFIED, Source.UNVERIFIED, Source.CLAIM)) {
      for (var unit : UNITS) {
        all.add(
            new Proposal(unit, "I.1", "Máy tính", source, Sentence.of("council.why." + source)));
      }
    }
    return all;
  }

  @Test
  void standByUnitWithTheirReasonsCountedAndClosed() {
    var list = ProposalList.of(hundred(), ProposalList.Choice.ALL);

    assertThat(list.groups()).hasSize(25);
    assertThat(list.groups().getFirst().counts())
        .containsEntry(Source.DISPUTED, 1)
        .containsEntry(Source.UNVERIFIED, 2)
        .containsEntry(Source.CLAIM, 1);
    assertThat(list.shown()).isEqualTo(list.total()).isEqualTo(100);
    assertThat(list.isOpen()).isFalse();
  }

  @Test
  void standByReasonWhereTheReaderWantsIt() {
    var list = ProposalList.of(hundred(), ProposalList.Choice.of("reason", "", ""));

    assertThat(list.groups())
        .extracting(ProposalList.Group::key)
        .containsExactly("DISPUTED", "UNVERIFIED", "CLAIM");
    assertThat(list.groups())
        .extracting(group -> group.proposals().size())
        .containsExactly(25, 50, 25);
  }

  @Test
  void areNarrowedDownWithoutForgettingHowManyThereAre() {
    var list = ProposalList.of(hundred(), ProposalList.Choice.of("unit", "UNVERIFIED", "unit-3"));

    assertThat(list.shown()).isEqualTo(2);
    assertThat(list.total()).isEqualTo(100);
    assertThat(list.reasons()).containsEntry(Source.UNVERIFIED, 50);
    assertThat(list.isOpen()).as("few enough to be read at once").isTrue();
    assertThat(ProposalList.of(hundred(), ProposalList.Choice.of("x", "NOBODY", "")).shown())
        .as("what is not known narrows nothing down")
        .isEqualTo(100);
  }
}
