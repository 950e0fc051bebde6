package thangdiem.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.round.GivenRounds;

/** Nobody judges where they belong (hồi tránh, F04), over all pairs of people and units. */
@ServerTest
class RecusalTest {

  @LocalServerPort int port;
  @Autowired Province province;
  @Autowired GivenVerification given;
  @Autowired GivenRounds rounds;
  @Autowired Divisions divisions;
  @Autowired JdbcClient sql;

  /** The province with two agencies, each with a commune below, by what they are called. */
  private Map<String, UUID> tree() {
    var tree = new LinkedHashMap<String, UUID>();
    tree.put("province", province.root());
    tree.put("A", province.agency("Huyện A"));
    tree.put("A's commune", province.commune(tree.get("A"), "Xã của A"));
    tree.put("B", province.agency("Huyện B"));
    tree.put("B's commune", province.commune(tree.get("B"), "Xã của B"));
    return tree;
  }

  @Test
  void whoeverBelongsToAUnitJudgesNeitherItNorWhatIsAboveOrBelow() {
    var tree = tree();
    var recused = new TreeSet<String>();
    tree.forEach((works, in) -> {
      var somebody = province.somebody(Role.VERIFIER, in);
      tree.forEach((of, unit) -> {
        if (isRecused(somebody, unit)) {
          recused.add(works + " → " + of);
        }
      });
    });

    assertThat(recused)
        .containsExactlyInAnyOrder(
            "A → A",
            "A → A's commune",
            "A's commune → A",
            "A's commune → A's commune",
            "B → B",
            "B → B's commune",
            "B's commune → B",
            "B's commune → B's commune");
  }

  @Test
  void aRoleThatSomebodyHoldsElsewhereBindsThemThereToo() {
    var tree = tree();
    var somebody = province.somebody(Role.VERIFIER, tree.get("A"));
    province.change(
        "insert into account_role values (:account, 'CLERK', :unit)",
        Map.of("account", somebody.account(), "unit", tree.get("B")));

    assertThat(isRecused(somebody, tree.get("B"))).isTrue();
    assertThat(isRecused(somebody, tree.get("B's commune"))).isTrue();
  }

  private boolean isRecused(Somebody somebody, UUID unit) {
    boolean recused =
        sql.sql("select is_recused(:who, :unit)")
            .param("who", somebody.account())
            .param("unit", unit)
            .query(Boolean.class)
            .single();
    assertThat(
            sql.sql("select unit from recused_units(:who)")
                .param("who", somebody.account())
                .query(UUID.class)
                .set()
                .contains(unit))
        .as("all at once as one by one")
        .isEqualTo(recused);
    return recused;
  }

  @Test
  void theApplicationAndTheDatabaseRefuseTheSamePairs() {
    var verification = given.begun();
    var people = new ArrayList<Somebody>();
    people.add(province.somebody(Role.VERIFIER, verification.clerk().unit()));
    people.add(province.somebody(Role.VERIFIER, verification.other().unit()));
    people.add(
        province.somebody(
            Role.VERIFIER, province.commune(verification.clerk().unit(), "Phòng trực thuộc")));
    people.add(province.somebody(Role.VERIFIER, province.root()));
    for (var somebody : people) {
      for (var unit : List.of(verification.clerk().unit(), verification.other().unit())) {
        boolean allowed = !isRecused(somebody, unit);

        assertThat(theDatabaseTakes(verification, somebody, unit))
            .as("by SQL, " + somebody.login() + " of " + unit)
            .isEqualTo(allowed);
        assertThat(isGiven(verification, somebody, unit))
            .as("by the page, " + somebody.login() + " of " + unit)
            .isEqualTo(allowed);
      }
    }
  }

  private boolean theDatabaseTakes(
      GivenVerification.Verification verification, Somebody somebody, UUID unit) {
    try {
      rounds.act(
          """
          insert into finding (id, round, unit, code, place, verdict, at, by_account)
          values (gen_random_uuid(), :round, :unit, 'I.1', 1, 'ACCEPTED', now_effective(), :by)
          """,
          Map.of("round", verification.round().id(), "unit", unit, "by", somebody.account()));
      return true;
    } catch (DataIntegrityViolationException e) {
      assertThat(e).hasMessageContaining("nobody judges");
      return false;
    }
  }

  private boolean isGiven(
      GivenVerification.Verification verification, Somebody somebody, UUID unit) {
    var code =
        sql.sql("select code from org_unit where id = ?").param(unit).query(String.class).single();
    try {
      divisions.give(
          rounds.organiser(),
          verification.round(),
          somebody.account(),
          Set.of(code),
          Set.of("I"),
          1);
      return true;
    } catch (Refusal e) {
      return false;
    }
  }

  @Test
  void whoMovesIntoAUnitStopsJudgingItAtOnce() {
    var verification = given.begun();
    var verifier = new Visitor(port).signedIn(verification.verifier().login());
    province.change(
        "update account set works_in = :unit where id = :who",
        Map.of("unit", verification.clerk().unit(), "who", verification.verifier().account()));

    var answer =
        verifier.post(verification.path("I.1"), Map.of("verdict", "ACCEPTED", "seen", "0"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("nên không được xét đoán");
  }

  @Test
  void whatWouldBeGivenAgainstTheRuleIsRefusedAsAWhole() {
    var verification = given.begun();
    var own = province.somebody(Role.VERIFIER, verification.clerk().unit());

    assertThatThrownBy(() ->
            divisions.give(
                rounds.organiser(),
                verification.round(),
                own.account(),
                Set.of(verification.unit()),
                Set.of(),
                2))
        .isInstanceOf(Refusal.class);
  }
}
