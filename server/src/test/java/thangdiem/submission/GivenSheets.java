package thangdiem.submission;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.audit.Role;
import thangdiem.round.GivenRounds;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import tools.jackson.databind.json.JsonMapper;

/** Units with a clerk and a head in an open round, whose sheet is empty or full. */
@Component
class GivenSheets {

  private static final Path SAMPLE = Path.of("../criteria/hau-giang-ict/2017/sample/answers.json");

  private final Province province;
  private final GivenRounds rounds;

  GivenSheets(Province province, GivenRounds rounds) {
    this.province = province;
    this.rounds = rounds;
  }

  /** Those who answer for a unit, and the round that is open for it. */
  record Office(Round round, RoundUnit unit, Somebody clerk, Somebody head) {

    String path() {
      return "/rounds/" + round.key() + "/assessments/" + unit.code();
    }
  }

  /** A unit that has answered nothing yet. */
  Office empty() {
    var clerk = province.somebody(Role.CLERK);
    var head = province.somebody(Role.HEAD, clerk.unit());
    var round = rounds.open(clerk);
    return new Office(round, rounds.unit(round, clerk), clerk, head);
  }

  /** A unit that has answered everything. */
  Office complete() {
    var office = empty();
    answers().forEach((fact, value) -> answer(office, fact, value));
    return office;
  }

  /** Answers past the form: the value as JSON. */
  void answer(Office office, String fact, String json) {
    rounds.act(
        """
        insert into answer (round, unit, fact, value, at, by_account)
        values (:round, :unit, :fact, :value, now_effective(), :by)
        """,
        Map.of(
            "round",
            office.round().id(),
            "unit",
            office.unit().unit(),
            "fact",
            fact,
            "value",
            json,
            "by",
            office.clerk().account()));
  }

  /** The answers of a department of the made-up round. */
  static Map<String, String> answers() {
    var facts = new LinkedHashMap<String, String>();
    JsonMapper.shared()
        .readTree(SAMPLE)
        .get("units")
        .get(0)
        .get("facts")
        .properties()
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue().toString()));
    return facts;
  }
}
