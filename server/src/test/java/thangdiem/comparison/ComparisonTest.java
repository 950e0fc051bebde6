package thangdiem.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.council.GivenCouncil;
import thangdiem.criteria.Points;
import thangdiem.exchange.Bundle;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.Participations;

/** A unit sees its published result beside what it claimed and beside its group (Đ4). */
@ServerTest
class ComparisonTest {

  @LocalServerPort private int port;
  @Autowired private GivenCouncil given;
  @Autowired private Province province;
  @Autowired private Comparisons comparisons;
  @Autowired private Participations participations;
  @Autowired private OrgUnits units;

  private String codeOf(UUID unit) {
    return units.withId(unit).orElseThrow().code();
  }

  private Visitor as(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private GivenCouncil.Sitting published(String visibleFrom) {
    var sitting = given.adopted();
    as(province.somebody(Role.ORGANISER))
        .post(
            "/rounds/" + sitting.round().key() + "/publication",
            Map.of("number", "519/QĐ-UBND", "on", "01/01/2018", "visibleFrom", visibleFrom));
    return sitting;
  }

  private ComparisonPage page(GivenCouncil.Sitting sitting, Somebody clerk) {
    return comparisons.of(
        participations.of(
            province.actor(clerk),
            List.of(Role.CLERK),
            sitting.round().key(),
            codeOf(clerk.unit())));
  }

  private String address(GivenCouncil.Sitting sitting, Somebody clerk) {
    return "/rounds/%s/assessments/%s/comparison"
        .formatted(sitting.round().key(), codeOf(clerk.unit()));
  }

  @Test
  void showsTheThreeColumnsOfEachCriterionWithTheReasonWhereTheyDiffer() {
    var sitting = published("");
    var clerk = sitting.clerks().getFirst();

    var row =
        page(sitting, clerk).parts().stream()
            .flatMap(part -> part.rows().stream())
            .filter(one -> one.code().equals("I.1"))
            .findFirst()
            .orElseThrow();

    assertThat(row.claimed()).isEqualTo(row.verified()).isNotEqualTo(row.decided());
    assertThat(row.reasons()).hasSize(1);
    assertThat(as(clerk).get(address(sitting, clerk)).body()).contains(row.reasons().getFirst());
  }

  @Test
  void addsUpToThePublishedTotal() {
    var sitting = published("");

    var page = page(sitting, sitting.clerks().getFirst());

    assertThat(
            page.parts().stream()
                .map(ComparisonPage.Part::decided)
                .reduce(Points.NONE, Points::plus))
        .isEqualTo(page.decided().sheet().total());
  }

  @Test
  void namesFirstWhereTheMiddleOfTheGroupHasMost() {
    var sitting = published("");

    var page = page(sitting, sitting.clerks().get(1));

    assertThat(page.behind())
        .isSortedAccordingTo((one, other) -> other.points().compareTo(one.points()))
        .allSatisfy(gap -> assertThat(gap.points()).isGreaterThan(Points.NONE));
    assertThat(page.next())
        .isNotEmpty()
        .allSatisfy(next -> assertThat(next.gain()).isGreaterThan(Points.NONE));
  }

  @ParameterizedTest
  @CsvSource({"1 2 3, 2", "1 2 3 4, 2.5", "7, 7", "5 5 1 1, 3"})
  void countsTheMiddleOfAnEvenNumberHalfWayBetweenTheTwo(String points, String middle) {
    assertThat(Comparisons.median(List.of(points.split(" ")).stream().map(Points::of).toList()))
        .isEqualTo(Points.of(middle));
  }

  @Test
  void givesAUnitEverythingOfItsOwnAndNothingOfAnothers() {
    var sitting = published("");
    var clerk = sitting.clerks().getFirst();
    var other = codeOf(sitting.clerks().getLast().unit());

    var files = Bundle.files("own.zip", as(clerk).download(address(sitting, clerk) + ".zip"));

    assertThat(files.keySet())
        .contains("claimed.json", "verified.json", "answers.json", "findings.json");
    assertThat(new String(files.get("answers.json"), java.nio.charset.StandardCharsets.UTF_8))
        .contains(codeOf(clerk.unit()))
        .doesNotContain("\"" + other + "\"");
  }

  @Test
  void isNotThereBeforeEverybodySeesTheResultAndIsNoOtherUnits() {
    var waiting = published("01/01/2090 08:00");
    var sitting = published("");
    var clerk = sitting.clerks().getFirst();
    var early = waiting.clerks().getFirst();

    assertThat(as(early).get(address(waiting, early)).statusCode()).isEqualTo(409);
    assertThat(as(clerk).get(address(sitting, sitting.clerks().getLast())).statusCode())
        .isEqualTo(404);
  }
}
