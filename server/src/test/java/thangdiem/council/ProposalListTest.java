package thangdiem.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;

/** A hundred proposals stay readable: in groups, counted, narrowed down. */
class ProposalListTest {

  private static final List<RoundUnit> UNITS = units(25);

  private static List<RoundUnit> units(int number) {
    return IntStream.range(0, number).mapToObj(ProposalListTest::unit).toList();
  }

  private static RoundUnit unit(int number) {
    return new RoundUnit(
        new UUID(0, number),
        "unit-" + number,
        "Sở " + number,
        "department",
        number,
        Optional.empty());
  }

  /** Four about each unit: two of them nobody has verified. */
  private static List<Proposal> hundred() {
    return about(UNITS);
  }

  private static List<Proposal> about(List<RoundUnit> units) {
    var all = new ArrayList<Proposal>();
    for (var source :
        List.of(Source.DISPUTED, Source.UNVERIFIED, Source.UNVERIFIED, Source.CLAIM)) {
      for (var unit : units) {
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
    var list = ProposalList.of(hundred(), ProposalList.Choice.of("reason", "", "", "", 1));

    assertThat(list.groups())
        .extracting(ProposalList.Group::key)
        .containsExactly("DISPUTED", "UNVERIFIED", "CLAIM");
    assertThat(list.groups())
        .extracting(group -> group.proposals().size())
        .containsExactly(25, 50, 25);
  }

  @Test
  void areNarrowedDownWithoutForgettingHowManyThereAre() {
    var list =
        ProposalList.of(hundred(), ProposalList.Choice.of("unit", "UNVERIFIED", "unit-3", "", 1));

    assertThat(list.shown()).isEqualTo(2);
    assertThat(list.total()).isEqualTo(100);
    assertThat(list.reasons()).containsEntry(Source.UNVERIFIED, 50);
    assertThat(list.isOpen()).as("few enough to be read at once").isTrue();
    assertThat(ProposalList.of(hundred(), ProposalList.Choice.of("x", "NOBODY", "", "", 1)).shown())
        .as("what is not known narrows nothing down")
        .isEqualTo(100);
  }

  @Test
  void standFiftyUnitsAPageWhereThereAreMany() {
    var all = about(units(120));

    var first = ProposalList.of(all, page("unit", 1));
    var last = ProposalList.of(all, page("unit", 99));

    assertThat(first.groups()).hasSize(50);
    assertThat(first.pages()).isEqualTo(3);
    assertThat(first.shown()).as("on all pages").isEqualTo(480);
    assertThat(last.page()).as("beyond the last page is the last").isEqualTo(3);
    assertThat(last.groups())
        .extracting(ProposalList.Group::key)
        .startsWith("unit-100")
        .hasSize(20);
  }

  @Test
  void standTwoHundredAPageByReasonEachReasonWithItsWholeNumber() {
    var all = about(units(120));

    var second = ProposalList.of(all, page("reason", 2));

    assertThat(second.pages()).isEqualTo(3);
    assertThat(second.groups())
        .extracting(ProposalList.Group::key, group -> group.proposals().size())
        .containsExactly(tuple("UNVERIFIED", 160), tuple("CLAIM", 40));
    assertThat(second.groups()).extracting(ProposalList.Group::size).containsExactly(240, 120);
  }

  @Test
  void areFoundByTheUnitsNameWithoutDiacritics() {
    var choice = ProposalList.Choice.of("unit", "", "", "so 11", 1);

    var found = ProposalList.of(about(units(120)), choice);

    assertThat(found.groups())
        .extracting(ProposalList.Group::key)
        .containsExactly(
            "unit-11",
            "unit-110",
            "unit-111",
            "unit-112",
            "unit-113",
            "unit-114",
            "unit-115",
            "unit-116",
            "unit-117",
            "unit-118",
            "unit-119");
    assertThat(choice.address("/council", 2))
        .isEqualTo("/council?by=unit&page=2&words=so+11#de-xuat");
  }

  private static ProposalList.Choice page(String by, int page) {
    return ProposalList.Choice.of(by, "", "", "", page);
  }
}
