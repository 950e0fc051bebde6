package thangdiem.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import thangdiem.criteria.CriteriaFile;
import thangdiem.criteria.Points;
import thangdiem.ranking.Rank;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Answers;
import thangdiem.scoring.DeductionEffect;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * Results as JSON (kết quả): every point with its reason, sections, totals, grades, ranks and the
 * policy they follow. Format: docs/formats.md.
 */
public final class ResultsJson {

  /** So many units are put into words on all cores, then written: memory stays small. */
  private static final int UNITS_AT_ONCE = 200;

  /** In the list of units, which is in the object of all. */
  private static final int UNIT_LEVEL = 2;

  /** Among the criteria of a unit. */
  private static final int LINE_LEVEL = UNIT_LEVEL + 2;

  private static final int ROOM_FOR_A_UNIT = 1 << 15;

  private final Reasons reasons;
  private final Set<String> fewAnswers;

  /** What is said of lines that units share, by the line itself. */
  private final Map<Shared, SerializedString> said = new ConcurrentHashMap<>();

  private ResultsJson(Standings standings) {
    this.reasons = new Reasons(standings.set(), standings.policy());
    this.fewAnswers = standings.set().decidedByFewAnswers();
  }

  /** Writes the results of a round; the same round always gives the same bytes. */
  public static void write(
      OutputStream out, CriteriaFile criteria, Answers answers, Standings standings)
      throws IOException {
    head(out, criteria, answers, standings);
    var json = new ResultsJson(standings);
    var units = standings.units();
    for (int from = 0; from < units.size(); from += UNITS_AT_ONCE) {
      var some = units.subList(from, Math.min(units.size(), from + UNITS_AT_ONCE));
      var told = some.parallelStream().map(json::unit).toList();
      for (int i = 0; i < told.size(); i++) {
        text(out, (from + i == 0 ? "" : ",") + JsonIndent.line(UNIT_LEVEL));
        out.write(told.get(i));
      }
    }
    text(out, (units.isEmpty() ? "" : JsonIndent.line(UNIT_LEVEL - 1)) + "]");
    text(out, JsonIndent.line(0) + "}");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** All that stands before the first unit. */
  private static void head(
      OutputStream out, CriteriaFile criteria, Answers answers, Standings standings) {
    try (var json = Json.writer(out)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("criteria");
      json.writeStringProperty("id", standings.set().id());
      json.writeStringProperty("sha256", Sha256.of(criteria.text()));
      json.writeEndObject();
      json.writeNumberProperty("year", answers.year());
      if (standings.set().illustration()) {
        json.writeBooleanProperty("illustration", true);
      }
      if (!answers.note().isEmpty()) {
        json.writeStringProperty("note", answers.note());
      }
      policy(json, standings);
      if (!answers.notHeld().isEmpty()) {
        json.writeArrayPropertyStart("notHeld");
        answers.notHeld().forEach(json::writeString);
        json.writeEndArray();
      }
      json.writeArrayPropertyStart("units");
    }
  }

  private static void policy(JsonGenerator json, Standings standings) {
    json.writeObjectPropertyStart("policy");
    standings
        .policy()
        .settings()
        .forEach((key, value) -> {
          if (key.equals("bonusInTotal")) {
            json.writeBooleanProperty(key, Boolean.parseBoolean(value));
          } else {
            json.writeStringProperty(key, value);
          }
        });
    if (standings.policy().deadline().isEmpty()) {
      json.writeStringProperty("deadline", Scorer.deadline(standings.set()).toString());
    }
    json.writeEndObject();
  }

  private byte[] unit(Standing standing) {
    var out = new ByteArrayOutputStream(ROOM_FOR_A_UNIT);
    try (var json = Json.writer(out, UNIT_LEVEL)) {
      unit(json, standing);
    }
    return out.toByteArray();
  }

  private void unit(JsonGenerator json, Standing standing) {
    var sheet = standing.sheet();
    json.writeStartObject();
    json.writeStringProperty("unit", sheet.answers().unit());
    json.writeStringProperty("name", sheet.answers().name());
    json.writeStringProperty("group", sheet.answers().group());
    json.writeObjectPropertyStart("criteria");
    for (var line : sheet.lines()) {
      line(json, line, sheet.answers());
    }
    json.writeEndObject();
    json.writeObjectPropertyStart("sections");
    for (var section : sheet.sections()) {
      json.writeObjectPropertyStart(section.section().code());
      points(json, "points", section.points());
      json.writeStringProperty("max", number(section.max()));
      rank(json, Objects.requireNonNull(standing.bySection().get(section.section().code())));
      json.writeEndObject();
    }
    json.writeEndObject();
    points(json, "bonus", sheet.bonus());
    points(json, "deductions", sheet.deductions());
    if (!sheet.deductionEffects().isEmpty()) {
      json.writeArrayPropertyStart("deductionList");
      sheet.deductionEffects().forEach(effect -> deduction(json, effect));
      json.writeEndArray();
    }
    points(json, "total", sheet.total());
    json.writeStringProperty("grade", sheet.grade().name());
    rank(json, standing.overall());
    flags(json, standing.flags());
    json.writeStringProperty("meanPercent", new Points(sheet.meanPercent()).printed().toString());
    json.writeObjectPropertyStart("rescaled");
    points(json, "total", sheet.rescaled().total());
    json.writeStringProperty("grade", sheet.rescaled().grade().name());
    json.writeEndObject();
    if (!sheet.failedGates().isEmpty()) {
      json.writeArrayPropertyStart("gates");
      sheet.failedGates().forEach(gate -> json.writeString(gate.id()));
      json.writeEndArray();
    }
    if (!sheet.failedChecks().isEmpty()) {
      json.writeArrayPropertyStart("checks");
      for (var check : sheet.failedChecks()) {
        json.writeStartObject();
        json.writeStringProperty("id", check.id());
        json.writeStringProperty("message", check.message());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void line(JsonGenerator json, ScoreLine line, UnitAnswers answers) {
    json.writeName(line.criterion().code());
    // A line that was set aside is the unit's own: kept by itself it would only take room.
    if (line.counts() && fewAnswers.contains(line.criterion().code())) {
      var key = new Shared(line);
      var known = said.get(key);
      json.writeRawValue(
          known == null ? said.computeIfAbsent(key, _ -> alone(line, answers)) : known);
    } else {
      value(json, line, answers);
    }
  }

  private SerializedString alone(ScoreLine line, UnitAnswers answers) {
    var out = new ByteArrayOutputStream();
    try (var json = Json.writer(out, LINE_LEVEL)) {
      value(json, line, answers);
    }
    return new SerializedString(out.toString(StandardCharsets.UTF_8));
  }

  private void value(JsonGenerator json, ScoreLine line, UnitAnswers answers) {
    json.writeStartObject();
    points(json, "points", line.points());
    json.writeStringProperty("max", number(line.max()));
    flags(json, line.flags());
    json.writeStringProperty("because", reasons.sentence(line, answers));
    json.writeEndObject();
  }

  /** A line as itself, whatever stands in it: units that share it share this very one. */
  private record Shared(ScoreLine line) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Shared(var own) && own == line;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(line);
    }
  }

  private static void deduction(JsonGenerator json, DeductionEffect effect) {
    json.writeStartObject();
    json.writeStringProperty("kind", effect.deduction().kind());
    points(json, "effect", effect.effect());
    effect
        .deduction()
        .decision()
        .ifPresent(decision -> json.writeStringProperty("decision", decision));
    json.writeStringProperty("reason", effect.deduction().reason());
    json.writeEndObject();
  }

  private static void flags(JsonGenerator json, Iterable<Flag> flags) {
    json.writeArrayPropertyStart("flags");
    flags.forEach(flag -> json.writeString(flag.text()));
    json.writeEndArray();
  }

  /** A rank that does not exist ("không xếp hạng") is null. */
  private static void rank(JsonGenerator json, Rank rank) {
    if (rank.exists()) {
      json.writeNumberProperty("rank", rank.overall());
      json.writeNumberProperty("rankInGroup", rank.inGroup());
    } else {
      json.writeNullProperty("rank");
      json.writeNullProperty("rankInGroup");
    }
  }

  private static void points(JsonGenerator json, String key, Points points) {
    json.writeStringProperty(key, points.toString());
  }

  /** A maximum as the decision writes it: "15", not "15.00". */
  private static String number(Points points) {
    var plain =
        points.value().isWhole()
            ? points.value().toDecimal(0)
            : points.decimal().stripTrailingZeros();
    return plain.toPlainString();
  }
}
