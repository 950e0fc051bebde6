package thangdiem.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import thangdiem.criteria.Points;
import thangdiem.exchange.AnswersJson;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;

/** The four units that an independent program scored in exact fractions. */
class SharedCasesTest {

  @Test
  void everyPointSectionTotalAndGradeIsReproduced() throws IOException {
    var expected = json("/cases/expected.json");
    var policy = Policy.DEFAULT;
    for (var setting : map(expected.get("policy")).entrySet()) {
      policy = policy.with(setting.getKey(), setting.getValue().toString());
    }
    var answers =
        AnswersJson.read(
            "answers.json", text("/cases/answers.json"), Law.DECISION_1663, Optional.empty());

    var scored = new LinkedHashMap<String, Object>();
    for (var sheet :
        new Scorer(Law.DECISION_1663, policy, answers.notHeld()).score(answers.units())) {
      scored.put(sheet.answers().unit(), asExpected(sheet));
    }

    assertThat(scored).isEqualTo(map(expected.get("units")));
  }

  private static Map<String, Object> asExpected(ScoreSheet sheet) {
    var criteria = new LinkedHashMap<String, String>();
    sheet.lines().forEach(line -> criteria.put(line.criterion().code(), line.points().toString()));
    var sections = new LinkedHashMap<String, String>();
    sheet
        .sections()
        .forEach(section -> sections.put(section.section().code(), section.points().toString()));
    return Map.of(
        "criteria",
        criteria,
        "sections",
        sections,
        "bonus",
        sheet.bonus().toString(),
        "totalWithoutBonus",
        sheet.sections().stream()
            .map(section -> section.points())
            .reduce(Points.NONE, Points::plus)
            .toString(),
        "total",
        sheet.total().toString(),
        "grade",
        sheet.grade().name());
  }

  /** JSON is YAML, and a second parser is a second opinion. */
  private static Map<String, Object> json(String resource) throws IOException {
    return map(new Load(LoadSettings.builder().build()).loadFromString(text(resource)));
  }

  private static Map<String, Object> map(Object value) {
    var map = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) value).forEach((key, item) -> map.put((String) key, item));
    return map;
  }

  private static String text(String resource) throws IOException {
    try (var stream = SharedCasesTest.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
