package thangdiem.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;

/** How far the verification is, for however many units. */
@ServerTest
class OverviewTest {

  private static final int UNITS = 120;

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private VerifiedSheets sheets;

  /** A round in which one unit reported, and so many others of the same province did not. */
  private Round ofManyUnits() {
    var clerk = province.somebody(Role.CLERK, province.agency("Sở Y tế"));
    var open = rounds.open(clerk);
    rounds.send(open, clerk);
    var round = rounds.moved(open, Phase.VERIFYING);
    var key = round.key();
    TestDatabase.pastTheRules(
        """
        insert into org_unit (id, code, parent, kind, ranking_group, name, official_name, folded, ordinal)
        select gen_random_uuid(), 'xa-' || :key || '-' || n, parent, kind, ranking_group,
               'Xã số ' || n, 'Xã số ' || n, 'xa so ' || n, 1000000 + n
          from org_unit, generate_series(2, :units) n where id = :unit
        """,
        Map.of("unit", clerk.unit(), "key", key, "units", UNITS));
    TestDatabase.pastTheRules(
        """
        insert into round_unit (round, unit, code, name, ranking_group, ordinal)
        select model.round, unit.id, unit.code, unit.name, model.ranking_group, unit.ordinal
          from round_unit model, org_unit unit
         where model.round = :round and unit.code like 'xa-' || :key || '-%'
        """,
        Map.of("round", round.id(), "key", key));
    return round;
  }

  private static int rows(String page) {
    return page.split("<th scope=\"row\">", -1).length - 1;
  }

  @Test
  void showsFiftyUnitsAPageAndFindsTheOthersByNameWithoutDiacritics() {
    var round = ofManyUnits();
    var overview = "/rounds/" + round.key() + "/verification";
    var organiser = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());

    var first = organiser.get(overview).body();
    var last = organiser.get(overview + "?page=3").body();
    var beyond = organiser.get(overview + "?page=99").body();
    var found = organiser.get(overview + "?words=xa+so+117").body();
    var none = organiser.get(overview + "?words=khong+co").body();

    assertThat(rows(first)).isEqualTo(OverviewPage.ROWS);
    assertThat(first).contains("Trang 1/3", "page=2#bang").doesNotContain("Xã số 117<");
    assertThat(rows(last)).isEqualTo(UNITS - 2 * OverviewPage.ROWS);
    assertThat(beyond).contains("Trang 3/3");
    assertThat(rows(found)).isEqualTo(1);
    assertThat(found).contains("Xã số 117", "Tìm thấy 1 trên 120 đơn vị");
    assertThat(rows(none)).isZero();
    assertThat(none).contains("Tìm thấy 0 trên 120 đơn vị");
  }

  @Test
  void keepsTheVerySameSheetsUntilSomethingIsFound() {
    var round = ofManyUnits();

    var before = sheets.all(round);
    var still = sheets.all(round);
    var unit = before.getFirst().unit();
    rounds.act(
        """
        insert into finding (id, round, unit, code, place, verdict, at, by_account)
        values (gen_random_uuid(), :round, :unit, 'I.1', 1, 'ACCEPTED', now_effective(), :by)
        """,
        Map.of(
            "round", round.id(),
            "unit", unit.unit(),
            "by", province.somebody(Role.VERIFIER).account()));
    var after = sheets.all(round);

    assertThat(still).isSameAs(before);
    assertThat(after.getFirst().findings()).hasSize(1);
    assertThat(after.subList(1, UNITS))
        .usingElementComparator((one, other) -> one == other ? 0 : 1)
        .isEqualTo(before.subList(1, UNITS));
  }

  @Test
  void whatWasSentAfterSomebodyLookedIsThereWhenVerificationBegins() {
    var clerk = province.somebody(Role.CLERK, province.agency("Sở Y tế"));
    var open = rounds.open(clerk);
    assertThat(sheets.all(open).getFirst().claimed().reported()).isFalse();
    rounds.send(open, clerk);
    var round = rounds.moved(open, Phase.VERIFYING);

    assertThat(sheets.all(round).getFirst().claimed().reported()).isTrue();
  }
}
