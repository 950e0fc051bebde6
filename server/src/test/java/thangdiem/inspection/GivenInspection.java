package thangdiem.inspection;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;

/** A round that is being verified, with a unit that somebody is to inspect. */
@Component
public class GivenInspection {

  private final Province province;
  private final GivenRounds rounds;

  GivenInspection(Province province, GivenRounds rounds) {
    this.province = province;
    this.rounds = rounds;
  }

  /** Everybody of one inspection. */
  public record People(
      Round round,
      String unit,
      Somebody clerk,
      Somebody organiser,
      Somebody inspector,
      Somebody other) {

    public String path() {
      return "/rounds/" + round.key() + "/inspections/" + unit;
    }
  }

  /** The round with its people; nothing is decided yet. */
  public People begun() {
    var clerk = province.somebody(Role.CLERK);
    var round = rounds.open(clerk);
    var unit = rounds.unit(round, clerk).code();
    rounds.act(
        """
        insert into answer (round, unit, fact, value, version, at, by_account)
        select :round, :unit, fact, value, 1, now_effective(), :by
          from (values ('computers', '110'), ('staff', '60')) given (fact, value)
        """,
        Map.of("round", round.id(), "unit", clerk.unit(), "by", clerk.account()));
    rounds.send(round, clerk);
    return new People(
        rounds.moved(round, Phase.VERIFYING),
        unit,
        clerk,
        province.somebody(Role.ORGANISER),
        province.somebody(Role.INSPECTOR, province.agency("Văn phòng")),
        province.somebody(Role.INSPECTOR, province.agency("Sở Tư pháp")));
  }

  /** The same, decided and planned: both inspectors are of the team. */
  public People planned(int port) {
    var people = begun();
    var organiser = new Visitor(port).signedIn(people.organiser().login());
    expect(
        302,
        organiser
            .post(
                people.path() + "/choices",
                Map.of("chosen", "true", "reason", "COMPLAINT", "words", "Có phản ánh"))
            .statusCode());
    expect(302, organiser.postEncoded(people.path() + "/plan", plan(people)).statusCode());
    return people;
  }

  static String plan(People people) {
    return "starts=09/01/2018+08:30&place=Tru+so&decision=25/QD-STTTT&leader="
        + people.inspector().account()
        + "&member="
        + people.other().account()
        + "&fact=computers&fact=staff&version=0";
  }

  private static void expect(int status, int found) {
    if (status != found) {
      throw new AssertionError(found + " instead of " + status);
    }
  }

  static Map<String, String> entry(UUID id, String field, int base, String value) {
    return Map.of(
        "id", id.toString(), "field", field, "base", String.valueOf(base), "value", value);
  }
}
