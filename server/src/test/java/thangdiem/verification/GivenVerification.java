package thangdiem.verification;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.audit.Role;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rounds that are being verified, whose two units have reported the figures of the made-up round.
 */
@Component
class GivenVerification {

  private static final Path SAMPLE = Path.of("../criteria/hau-giang-ict/2017/sample/answers.json");

  private final Province province;
  private final GivenRounds rounds;
  private final Rounds all;
  private final Divisions divisions;
  private final VerifiedSheets sheets;

  GivenVerification(
      Province province,
      GivenRounds rounds,
      Rounds all,
      Divisions divisions,
      VerifiedSheets sheets) {
    this.province = province;
    this.rounds = rounds;
    this.all = all;
    this.divisions = divisions;
    this.sheets = sheets;
  }

  /**
   * A round with two units.
   *
   * @param verifier to whom everything was given
   */
  record Verification(Round round, Somebody clerk, Somebody other, String unit, Somebody verifier) {

    String path(String code) {
      return "/rounds/" + round.key() + "/verification/" + unit + "/" + code;
    }
  }

  Verification begun() {
    var clerk = province.somebody(Role.CLERK);
    var other = province.somebody(Role.CLERK);
    var open = rounds.open(clerk, other);
    answer(open, clerk, 0);
    answer(open, other, 2);
    rounds.send(open, clerk);
    rounds.send(open, other);
    var round = rounds.moved(open, Phase.VERIFYING);
    var verifier = province.somebody(Role.VERIFIER, province.agency("Nơi thẩm định"));
    divisions.give(rounds.organiser(), round, verifier.account(), Set.of(), Set.of(), 1);
    return new Verification(round, clerk, other, rounds.unit(round, clerk).code(), verifier);
  }

  /** A second verifier, to whom everything was given too. */
  Somebody second(Verification verification) {
    var second = province.somebody(Role.VERIFIER, province.agency("Nơi thẩm định khác"));
    divisions.give(
        rounds.organiser(), verification.round(), second.account(), Set.of(), Set.of(), 2);
    return second;
  }

  VerifiedUnit unit(Verification verification) {
    return sheets.of(verification.round(), verification.unit());
  }

  Round moved(Verification verification, Phase phase) {
    return rounds.moved(all.named(verification.round().key()), phase);
  }

  private void answer(Round round, Somebody clerk, int ofUnit) {
    facts(ofUnit)
        .forEach((fact, value) ->
            rounds.act(
                """
                insert into answer (round, unit, fact, value, at, by_account)
                values (:round, :unit, :fact, :value, now_effective(), :by)
                """,
                Map.of(
                    "round", round.id(),
                    "unit", clerk.unit(),
                    "fact", fact,
                    "value", value,
                    "by", clerk.account())));
  }

  private static Map<String, String> facts(int unit) {
    var facts = new LinkedHashMap<String, String>();
    JsonNode sample = JsonMapper.shared().readTree(SAMPLE);
    sample
        .get("units")
        .get(unit)
        .get("facts")
        .properties()
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue().toString()));
    return facts;
  }
}
