package thangdiem.round;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.AnswersJson;
import thangdiem.scoring.Answers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The answers of a round in the form in which the engine scores them (số liệu của đợt). */
@Component
class RoundAnswers {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final AnswerTable table;
  private final RoundUnitTable units;
  private final CalendarTable calendars;
  private final ExtensionTable extensions;

  RoundAnswers(
      AnswerTable table, RoundUnitTable units, CalendarTable calendars, ExtensionTable extensions) {
    this.table = table;
    this.units = units;
    this.calendars = calendars;
    this.extensions = extensions;
  }

  /**
   * What was answered, read under a set; facts that it does not have are left out.
   *
   * @param note what every reader must know of the answers
   * @param onlySent whether a unit that sent no report counts as such, whatever it had typed
   * @return absent where nothing was answered
   * @throws thangdiem.words.BadInput when an answer is none under that set
   */
  Optional<Answers> of(Round round, CriteriaSet set, String note, boolean onlySent) {
    var values = table.values(round.id());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    var root = JSON.createObjectNode();
    root.put("criteria", set.id()).put("year", set.year()).put("note", note);
    var calendar = calendars.calendar(round.id());
    var granted = extensions.granted(round.id());
    var list = root.putArray("units");
    for (var unit : units.units(round.id())) {
      var json = list.addObject();
      json.put("unit", unit.code()).put("name", unit.name()).put("group", unit.group());
      if (onlySent && unit.submittedAt().isEmpty()) {
        json.put("noReport", true);
      } else {
        facts(json, set, values.getOrDefault(unit.unit(), Map.of()));
        sent(json, round, unit, calendar, granted);
      }
    }
    return Optional.of(AnswersJson.read("answers", root.toString(), set, Optional.empty()));
  }

  private static void facts(ObjectNode json, CriteriaSet set, Map<String, String> values) {
    var facts = json.putObject("facts");
    values.forEach((fact, value) -> {
      if (set.facts().containsKey(fact)) {
        JsonNode read = JSON.readTree(value);
        facts.set(fact, read);
      }
    });
  }

  /** Of a unit that was in its own extended time, the engine is not told an instant: not late. */
  private static void sent(
      ObjectNode json,
      Round round,
      RoundUnit unit,
      RoundCalendar calendar,
      List<Extension> granted) {
    var window = SubmissionWindow.of(round, calendar, granted, unit.unit());
    unit.submittedAt()
        .filter(at -> at.isBefore(calendar.deadline()) || window.isLate(at))
        .ifPresent(at -> json.put("submittedAt", at.toString()));
  }
}
