package thangdiem.exchange;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import tools.jackson.core.JsonGenerator;

/**
 * Answers as JSON (số liệu kê khai), read and written; the format is promised in docs/formats.md.
 */
public final class AnswersJson {

  private static final Pattern DAY = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}");

  private AnswersJson() {}

  /**
   * Reads answers to that set.
   *
   * @param file how mistakes name the file
   * @param only where given, the only units accepted
   * @throws BadInput with everything wrong, each with its path
   */
  public static Answers read(
      String file, String text, CriteriaSet set, Optional<List<ListedUnit>> only) {
    var builder = new AnswersBuilder(set, only);
    var root = new JsonObject(file + " $", Json.parse(file, text), builder::mistake);
    root.missing("criteria");
    root.missing("year");
    root.missing("units");
    var year =
        root.number("year")
            .map(number ->
                number.isWhole() && number.numerator().bitLength() < 20
                    ? number.numerator().intValue()
                    : 0)
            .orElse(set.year());
    builder.header(root.path(), root.text("criteria").orElse(set.id()), year);
    root.text("note").ifPresent(builder::note);
    each(
        root,
        "notHeld",
        (path, json) ->
            text(path, json, builder::mistake).ifPresent(code -> builder.notHeld(path, code)));
    each(
        root,
        "units",
        (path, json) -> unit(new JsonObject(path, json, builder::mistake), set, builder));
    root.end();
    return builder.build();
  }

  private interface Item {
    void read(String path, Json json);
  }

  private static void each(JsonObject object, String key, Item item) {
    var items = object.list(key);
    for (int i = 0; i < items.size(); i++) {
      item.read(object.path(key) + "[" + i + "]", items.get(i));
    }
  }

  private static Optional<String> text(String path, Json json, Consumer<Mistake> mistakes) {
    if (json instanceof Json.Text(var text)) {
      return Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC));
    }
    mistakes.accept(Mistake.at(path, "json.expected.text"));
    return Optional.empty();
  }

  private static void unit(JsonObject json, CriteriaSet set, AnswersBuilder builder) {
    var unit =
        builder.unit(json.path(), json.needText("unit"), json.text("name"), json.text("group"));
    if (json.yes("noReport")) {
      unit.noReport();
      json.object("facts")
          .filter(facts -> !facts.keys().isEmpty())
          .ifPresent(
              facts -> builder.mistake(Mistake.at(facts.path(), "answers.factsWithoutReport")));
    } else {
      json.missing("facts");
    }
    json.object("facts").ifPresent(facts -> facts(facts, set, builder, unit::fact));
    json.object("previous").ifPresent(facts -> facts(facts, set, builder, unit::previous));
    each(
        json,
        "notApplicable",
        (path, code) ->
            text(path, code, builder::mistake).ifPresent(known -> unit.notApplicable(path, known)));
    each(
        json,
        "deductions",
        (path, item) ->
            unit.deduction(path, deduction(new JsonObject(path, item, builder::mistake))));
    json.text("submittedAt")
        .ifPresent(instant -> instant(json.path("submittedAt"), instant, builder, unit));
    json.end();
  }

  private interface Into {
    void put(Supplier<String> where, String fact, Fact value);
  }

  private static void facts(JsonObject facts, CriteriaSet set, AnswersBuilder builder, Into into) {
    for (var id : facts.keys()) {
      var path = facts.path(id);
      var definition = set.facts().get(id);
      var json = facts.find(id).orElseGet(Json.Null::new);
      if (definition == null) {
        into.put(() -> path, id, new Fact.None());
      } else {
        fact(path, definition, json, builder::mistake)
            .ifPresent(fact -> into.put(() -> path, id, fact));
      }
    }
  }

  /** The value as the type of its fact asks; what does not fit is noted. */
  static Optional<Fact> fact(
      String path, FactDefinition definition, Json json, Consumer<Mistake> mistakes) {
    return switch (json) {
      case Json.Null _ -> Optional.of(new Fact.None());
      case Json.Bool(var yes) -> Optional.of(new Fact.YesNo(yes));
      case Json.Text(var text) when definition.type() == FactType.CHOICE ->
          Optional.of(new Fact.Chosen(text));
      case Json.Text(var text) when definition.type() == FactType.TEXT ->
          Optional.of(new Fact.Words(text));
      case Json.Text(var text) when definition.type() == FactType.DATE ->
          date(path, text, mistakes);
      case Json.Text(var text) when definition.type() == FactType.BOOLEAN -> {
        mistakes.accept(Mistake.at(path, "answers.expected.BOOLEAN", definition.label()));
        yield Optional.empty();
      }
      case Json.Text _, Json.Number _ ->
          JsonObject.number(path, json, mistakes).map(Fact.Amount::new);
      case Json.Object _, Json.Array _ -> {
        mistakes.accept(
            Mistake.at(path, "answers.expected." + definition.type(), definition.label()));
        yield Optional.empty();
      }
    };
  }

  private static Optional<Fact> date(String path, String text, Consumer<Mistake> mistakes) {
    try {
      if (DAY.matcher(text).matches()) {
        return Optional.of(new Fact.Day(LocalDate.parse(text)));
      }
    } catch (DateTimeException e) {
      // Falls through: a day that no calendar has is as wrong as one in another form.
    }
    mistakes.accept(Mistake.at(path, "json.expected.date", text));
    return Optional.empty();
  }

  private static Deduction deduction(JsonObject json) {
    var deduction =
        new Deduction(
            json.needText("kind"),
            json.number("points").map(Points::new),
            json.text("decision").filter(decision -> !decision.isBlank()),
            json.text("reason").orElse(""));
    json.end();
    return deduction;
  }

  private static void instant(
      String path, String text, AnswersBuilder builder, AnswersBuilder.UnitBuilder unit) {
    try {
      unit.submittedAt(path, OffsetDateTime.parse(text));
    } catch (DateTimeException e) {
      builder.mistake(Mistake.at(path, "json.expected.instant", text));
    }
  }

  /**
   * Writes answers so that reading them gives the same answers; the same answers always give the
   * same bytes.
   */
  public static void write(OutputStream out, Answers answers) {
    try (var json = Json.writer(out)) {
      json.writeStartObject();
      json.writeStringProperty("criteria", answers.criteria());
      json.writeNumberProperty("year", answers.year());
      if (!answers.note().isEmpty()) {
        json.writeStringProperty("note", answers.note());
      }
      if (!answers.notHeld().isEmpty()) {
        texts(json, "notHeld", answers.notHeld());
      }
      json.writeArrayPropertyStart("units");
      answers.units().forEach(unit -> write(json, unit));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, UnitAnswers unit) {
    json.writeStartObject();
    json.writeStringProperty("unit", unit.unit());
    json.writeStringProperty("name", unit.name());
    json.writeStringProperty("group", unit.group());
    if (!unit.reported()) {
      json.writeBooleanProperty("noReport", true);
    }
    unit.submittedAt()
        .ifPresent(instant -> json.writeStringProperty("submittedAt", instant.toString()));
    facts(json, "facts", unit.facts());
    if (!unit.previous().isEmpty()) {
      facts(json, "previous", unit.previous());
    }
    if (!unit.notApplicable().isEmpty()) {
      texts(json, "notApplicable", unit.notApplicable());
    }
    if (!unit.deductions().isEmpty()) {
      json.writeArrayPropertyStart("deductions");
      unit.deductions().forEach(deduction -> write(json, deduction));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Deduction deduction) {
    json.writeStartObject();
    json.writeStringProperty("kind", deduction.kind());
    deduction
        .points()
        .ifPresent(points -> json.writeStringProperty("points", decimal(points.value())));
    deduction.decision().ifPresent(decision -> json.writeStringProperty("decision", decision));
    json.writeStringProperty("reason", deduction.reason());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String key, List<String> texts) {
    json.writeArrayPropertyStart(key);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void facts(JsonGenerator json, String key, Map<String, Fact> facts) {
    json.writeObjectPropertyStart(key);
    facts.forEach((id, fact) -> {
      json.writeName(id);
      fact(json, fact);
    });
    json.writeEndObject();
  }

  /** Writes what is stated for one fact. */
  static void fact(JsonGenerator json, Fact fact) {
    switch (fact) {
      case Fact.Amount(var value) when value.isWhole() -> json.writeNumber(value.numerator());
      case Fact.Amount(var value) -> json.writeString(decimal(value));
      case Fact.YesNo(var yes) -> json.writeBoolean(yes);
      case Fact.Day(var date) -> json.writeString(date.toString());
      case Fact.Chosen(var option) -> json.writeString(option);
      case Fact.Words(var text) -> json.writeString(text);
      case Fact.None _ -> json.writeNull();
    }
  }

  /** The exact decimal; answers are typed as decimals, so one exists. */
  static String decimal(Rational value) {
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()))
        .toPlainString();
  }
}
