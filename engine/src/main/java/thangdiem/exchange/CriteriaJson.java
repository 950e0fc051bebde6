package thangdiem.exchange;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Criterion;
import thangdiem.criteria.CriterionGroup;
import thangdiem.criteria.Expr;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.criteria.MaxPoints;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.RelativeDate;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.ScoringRule;
import thangdiem.criteria.Section;
import tools.jackson.core.JsonGenerator;

/**
 * A criteria set as JSON with its expressions as trees, so that a reader in another language can
 * score without our grammar. Numbers are exact texts: "15", "1/5". Described in docs/formats.md.
 */
public final class CriteriaJson {

  private final JsonGenerator json;

  private CriteriaJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the set; the same set always gives the same bytes. */
  public static void write(OutputStream out, CriteriaSet set) {
    try (var json = Json.writer(out)) {
      new CriteriaJson(json).set(set);
    }
  }

  private void set(CriteriaSet set) {
    json.writeStartObject();
    text("id", set.id());
    text("name", set.name());
    json.writeNumberProperty("year", set.year());
    json.writeBooleanProperty("illustration", set.illustration());
    number("scale", set.scale());
    json.writeObjectPropertyStart("legalBasis");
    text("number", set.legalBasis().number());
    text("issuedOn", set.legalBasis().issuedOn().toString());
    text("issuer", set.legalBasis().issuer());
    text("title", set.legalBasis().title());
    text("replaces", set.legalBasis().replaces());
    json.writeEndObject();
    texts("levels", set.levels());
    json.writeObjectPropertyStart("period");
    text("from", set.period().from().in(set.year()).toString());
    text("to", set.period().to().in(set.year()).toString());
    text("basis", set.period().basis());
    json.writeEndObject();
    json.writeObjectPropertyStart("deadline");
    text("at", set.deadline().at().in(set.year()) + "T00:00+07:00");
    text("basis", set.deadline().basis());
    json.writeEndObject();
    list(
        "groups",
        set.groups(),
        group -> {
          text("id", group.id());
          text("name", group.name());
          group.ownScale().ifPresent(scale -> number("scale", scale));
          json.writeBooleanProperty("ranked", group.ranked());
          text("basis", group.basis());
        });
    list(
        "grades",
        set.grades().highestFirst(),
        grade -> {
          text("name", grade.name());
          grade.floor().ifPresent(floor -> number("atLeast", floor));
          if (!grade.ownFloors().isEmpty()) {
            json.writeObjectPropertyStart("atLeastOfGroups");
            grade.ownFloors().forEach(this::number);
            json.writeEndObject();
          }
          text("basis", grade.basis());
        });
    list(
        "deductions",
        set.deductions(),
        kind -> {
          text("kind", kind.kind());
          text("name", kind.name());
          kind.points().ifPresent(points -> number("points", points));
          text("basis", kind.basis());
        });
    list(
        "notApplicable",
        set.notApplicable(),
        profile -> {
          text("id", profile.id());
          text("name", profile.name());
          texts("groups", profile.groups());
          texts("criteria", profile.criteria());
          text("basis", profile.basis());
        });
    list(
        "gates",
        set.gates(),
        gate -> {
          text("id", gate.id());
          text("name", gate.name());
          expr("failsWhen", gate.failsWhen());
          text("gradeAtMost", gate.gradeAtMost());
          text("basis", gate.basis());
        });
    list(
        "themes",
        set.themes(),
        theme -> {
          text("id", theme.id());
          text("name", theme.name());
        });
    list("facts", List.copyOf(set.facts().values()), this::fact);
    list(
        "checks",
        set.checks(),
        check -> {
          text("id", check.id());
          expr("require", check.require());
          text("message", check.message());
        });
    list("sections", set.sections(), this::section);
    json.writeEndObject();
  }

  private void fact(FactDefinition fact) {
    text("id", fact.id());
    text("label", fact.label());
    text("type", word(fact.type()));
    text("unit", fact.unit());
    text("theme", fact.theme());
    text("help", fact.help());
    text("rollUp", word(fact.rollUp()));
    json.writeBooleanProperty("movable", fact.movable());
    json.writeBooleanProperty("carriesOver", fact.carriesOver());
    if (fact.type() == FactType.CHOICE) {
      list(
          "options",
          fact.options(),
          option -> {
            text("id", option.id());
            text("label", option.label());
          });
    }
    number("min", fact.min());
    number("max", fact.max());
    text("collectedBy", word(fact.collectedBy()));
    texts("movesAgainst", fact.movesAgainst());
    text("basis", fact.basis());
  }

  private void section(Section section) {
    text("code", section.code());
    text("printedNumber", section.printedNumber());
    text("name", section.name());
    text("shortName", section.shortName());
    json.writeBooleanProperty("bonus", section.bonus());
    maxPoints(section.maxPoints());
    json.writeObjectPropertyStart("earlierMaxPoints");
    section.earlierMaxPoints().forEach((year, points) -> number(String.valueOf(year), points));
    json.writeEndObject();
    json.writeBooleanProperty("rescaledWhenNotHeld", section.rescaledWhenNotHeld());
    list("criteria", section.criteria(), this::criterion);
  }

  private void criterion(Criterion criterion) {
    text("code", criterion.code());
    text("printedNumber", criterion.printedNumber());
    text("name", criterion.name());
    maxPoints(criterion.maxPoints());
    switch (criterion) {
      case CriterionGroup group -> {
        json.writeBooleanProperty("rescaledWhenNotHeld", group.rescaledWhenNotHeld());
        list("criteria", group.criteria(), this::criterion);
      }
      case ScoredCriterion scored -> {
        text("printedPoints", scored.printedPoints());
        text("basis", scored.basis());
        texts("evidence", scored.evidence());
        text("note", scored.note());
        rule("rule", scored.rule());
      }
    }
  }

  private void rule(String key, ScoringRule rule) {
    json.writeObjectPropertyStart(key);
    switch (rule) {
      case ScoringRule.YesNo(var holds) -> {
        text("kind", "yesNo");
        expr("holds", holds);
      }
      case ScoringRule.Proportional(var ratio) -> {
        text("kind", "proportional");
        expr("ratio", ratio);
      }
      case ScoringRule.Tiers(var of, var unit, var tiers) -> {
        text("kind", "tiers");
        expr("of", of);
        text("unit", unit);
        list("tiers", tiers, this::tier);
      }
      case ScoringRule.Choice(var fact, var options) -> {
        text("kind", "choice");
        text("of", fact);
        list(
            "options",
            options,
            option -> {
              text("option", option.option());
              expr("points", option.points());
              text("printed", option.printed());
            });
      }
      case ScoringRule.DateWindow(var fact, var windows) -> {
        text("kind", "dateWindow");
        text("of", fact);
        list(
            "windows",
            windows,
            window -> {
              date("from", window.from());
              date("to", window.to());
              expr("points", window.points());
              text("printed", window.printed());
            });
      }
      case ScoringRule.Sum(var parts, var cap) -> {
        text("kind", "sum");
        list("items", parts, this::part);
        cap.ifPresent(points -> number("cap", points));
      }
      case ScoringRule.PerUnit(var of, var points) -> {
        text("kind", "perUnit");
        expr("of", of);
        expr("points", points);
      }
      case ScoringRule.Best(var cases) -> {
        text("kind", "best");
        list("cases", cases, this::part);
      }
      case ScoringRule.RelativeToBest(var of, var better, var among) -> {
        text("kind", "relativeToBest");
        expr("of", of);
        text("better", word(better));
        text("among", word(among));
      }
      case ScoringRule.MinMax(var of, var better, var among) -> {
        text("kind", "minMax");
        expr("of", of);
        text("better", word(better));
        text("among", word(among));
      }
      case ScoringRule.Change(var of, var as, var towards) -> {
        text("kind", "change");
        expr("of", of);
        text("as", word(as));
        switch (towards) {
          case ScoringRule.Towards.Target(var target) -> number("target", target);
          case ScoringRule.Towards.Steps(var tiers) -> list("tiers", tiers, this::tier);
        }
      }
      case ScoringRule.Survey(var fact, var from, var to) -> {
        text("kind", "survey");
        text("of", fact);
        number("from", from);
        number("to", to);
      }
      case ScoringRule.Formula(var points) -> {
        text("kind", "formula");
        expr("points", points);
      }
      case ScoringRule.Information(var asked) -> {
        text("kind", "information");
        texts("facts", asked);
      }
      case ScoringRule.ByGroup(var rules) -> {
        text("kind", "byGroup");
        json.writeObjectPropertyStart("rules");
        rules.keySet().stream()
            .sorted()
            .forEach(
                group -> Optional.ofNullable(rules.get(group)).ifPresent(own -> rule(group, own)));
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private void tier(ScoringRule.Tier tier) {
    tier.lower().ifPresent(bound -> number(bound.inclusive() ? "atLeast" : "above", bound.value()));
    tier.upper().ifPresent(bound -> number(bound.inclusive() ? "atMost" : "below", bound.value()));
    expr("points", tier.points());
    text("printed", tier.printed());
  }

  private void part(ScoringRule.Part part) {
    text("name", part.name());
    number("maxPoints", part.maxPoints());
    rule("rule", part.rule());
  }

  private void date(String key, Optional<RelativeDate> date) {
    date.ifPresent(day -> {
      json.writeObjectPropertyStart(key);
      json.writeNumberProperty("day", day.day());
      json.writeNumberProperty("month", day.month());
      json.writeNumberProperty(day.fixed() ? "year" : "yearOffset", day.year());
      json.writeEndObject();
    });
  }

  private void maxPoints(MaxPoints maxPoints) {
    json.writeObjectPropertyStart("maxPoints");
    maxPoints.byGroup().keySet().stream()
        .sorted()
        .forEach(group -> maxPoints.of(group).ifPresent(points -> number(group, points)));
    json.writeEndObject();
  }

  private void expr(String key, Expr expr) {
    json.writeName(key);
    expr(expr);
  }

  /** Every node is an object whose one key names what it is. */
  private void expr(Expr expr) {
    json.writeStartObject();
    switch (expr) {
      case Expr.Number(var value) -> number("number", value);
      case Expr.Quoted(var option) -> text("option", option);
      case Expr.FactValue(var fact) -> text("fact", fact);
      case Expr.Given(var name) -> text("given", name.word());
      case Expr.Answered(var fact) -> text("answered", fact);
      case Expr.Negated(var operand) -> expr("negated", operand);
      case Expr.Not(var operand) -> expr("not", operand);
      case Expr.Previous(var operand) -> expr("previous", operand);
      case Expr.Arithmetic(var operator, var left, var right) ->
          exprs(operator.sign(), List.of(left, right));
      case Expr.Comparison(var relation, var left, var right) ->
          exprs(relation.sign(), List.of(left, right));
      case Expr.And(var left, var right) -> exprs("and", List.of(left, right));
      case Expr.Or(var left, var right) -> exprs("or", List.of(left, right));
      case Expr.If(var condition, var then, var otherwise) ->
          exprs("if", List.of(condition, then, otherwise));
      case Expr.Least(var of) -> exprs("min", of);
      case Expr.Greatest(var of) -> exprs("max", of);
    }
    json.writeEndObject();
  }

  private void exprs(String key, List<Expr> operands) {
    json.writeArrayPropertyStart(key);
    operands.forEach(this::expr);
    json.writeEndArray();
  }

  private interface Writer<T> {
    void write(T item);
  }

  private <T> void list(String key, List<T> items, Writer<T> writer) {
    json.writeArrayPropertyStart(key);
    for (var item : items) {
      json.writeStartObject();
      writer.write(item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void text(String key, String text) {
    json.writeStringProperty(key, text);
  }

  private void texts(String key, List<String> texts) {
    json.writeArrayPropertyStart(key);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private void number(String key, Points points) {
    number(key, points.value());
  }

  private void number(String key, Rational value) {
    json.writeStringProperty(key, value.toString());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
