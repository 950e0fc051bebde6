package thangdiem.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.ScoringRule;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Peers;
import thangdiem.scoring.Reason;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;

/**
 * One criterion tried with one's own figures (thử với số liệu của bạn), by the same scorer as the
 * result.
 */
public record CalculatorPage(
    Frame frame,
    List<Choice> criteria,
    List<Choice> groups,
    String name,
    Optional<String> wrong,
    List<Field> fields,
    Optional<Result> result) {

  private static final int LONGEST = 60;
  private static final String THIS_YEAR = "fact.";
  private static final String LAST_YEAR = "before.";

  public record Choice(String value, String name, boolean chosen) {}

  /** A field of a fact; with choices it is a list. */
  public record Field(
      String name,
      String label,
      String unit,
      String value,
      List<Choice> choices,
      String hint,
      Optional<String> wrong) {}

  public record Result(
      String points,
      String max,
      List<String> facts,
      String rule,
      String arithmetic,
      String basis) {}

  /** What is filled in, and what of it could be read. */
  private record Read(Map<String, Fact> facts, List<Field> fields, boolean typed, boolean fine) {}

  static CalculatorPage of(Drawing drawing, Map<String, String> query, SitePlace place) {
    var asked = query.getOrDefault("criterion", "");
    var criterion = drawing.set.scored().filter(one -> one.code().equals(asked)).findFirst();
    var group =
        drawing
            .set
            .group(query.getOrDefault("group", ""))
            .orElseGet(() -> drawing.set.groups().getFirst());
    var now = criterion.map(one -> read(drawing, one, group.id(), query, THIS_YEAR));
    var before = criterion.map(one -> read(drawing, one, group.id(), query, LAST_YEAR));
    var fields = new ArrayList<Field>();
    now.ifPresent(read -> fields.addAll(read.fields()));
    before.ifPresent(read -> fields.addAll(read.fields()));
    boolean has = criterion.flatMap(one -> one.maxPoints().of(group.id())).isPresent();
    boolean goes =
        has
            && (now.map(Read::typed).orElse(false) || before.map(Read::typed).orElse(false))
            && now.map(Read::fine).orElse(false)
            && before.map(Read::fine).orElse(false);
    var wrong =
        !asked.isEmpty() && criterion.isEmpty()
            ? Optional.of(drawing.say("site.calculator.unknown"))
            : criterion.isPresent() && !has
                ? Optional.of(drawing.say("site.calculator.notOfGroup", group.shortName()))
                : Optional.<String>empty();
    return new CalculatorPage(
        drawing.frame(
            place,
            "method/calculator",
            "method",
            drawing.say("site.calculator"),
            drawing.say("site.calculator.say")),
        drawing
            .set
            .scored()
            .map(one ->
                new Choice(one.code(), one.code() + " " + one.name(), one.code().equals(asked)))
            .toList(),
        drawing.set.groups().stream()
            .map(one -> new Choice(one.id(), one.shortName(), one.equals(group)))
            .toList(),
        criterion.map(one -> one.code() + " " + one.name()).orElse(""),
        wrong,
        has ? fields : List.of(),
        goes
            ? result(
                drawing,
                criterion.orElseThrow(),
                group.id(),
                now.orElseThrow().facts(),
                before.orElseThrow().facts())
            : Optional.empty());
  }

  private static Read read(
      Drawing drawing,
      ScoredCriterion criterion,
      String group,
      Map<String, String> query,
      String year) {
    var facts = new java.util.LinkedHashMap<String, Fact>();
    var fields = new ArrayList<Field>();
    boolean typed = false;
    boolean fine = true;
    for (var id : criterion.rule().facts()) {
      if (year.equals(LAST_YEAR) && !looksBack(criterion.rule(), group)) {
        continue;
      }
      var definition = Optional.ofNullable(drawing.set.facts().get(id)).orElseThrow();
      var given = query.getOrDefault(year + id, "").strip();
      var text = given.length() > LONGEST ? given.substring(0, LONGEST) : given;
      var reading = TypedFact.read(definition, text);
      reading.fact().ifPresent(fact -> facts.put(id, fact));
      typed |= !text.isEmpty();
      fine &= reading.question().isEmpty();
      fields.add(
          new Field(
              year + id,
              year.equals(LAST_YEAR)
                  ? drawing.say("site.calculator.lastYear", definition.label())
                  : definition.label(),
              definition.unit(),
              text,
              choices(drawing, definition, text),
              drawing.say("site.calculator.hint." + definition.type()),
              reading.question().map(question -> question.in(drawing.words))));
    }
    return new Read(facts, fields, typed, fine);
  }

  private static boolean looksBack(ScoringRule rule, String group) {
    return switch (rule) {
      case ScoringRule.ByGroup(var rules) ->
          Optional.ofNullable(rules.get(group)).map(own -> looksBack(own, group)).orElse(false);
      case ScoringRule.Change _ -> true;
      default -> false;
    };
  }

  private static List<Choice> choices(Drawing drawing, FactDefinition definition, String text) {
    if (definition.type() == FactType.BOOLEAN) {
      return List.of(
          new Choice("", drawing.say("site.calculator.none"), text.isEmpty()),
          new Choice("Có", drawing.say("site.calculator.yes"), text.equals("Có")),
          new Choice("Không", drawing.say("site.calculator.no"), text.equals("Không")));
    }
    if (definition.type() != FactType.CHOICE) {
      return List.of();
    }
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", drawing.say("site.calculator.none"), text.isEmpty()));
    definition
        .options()
        .forEach(option ->
            choices.add(new Choice(option.label(), option.label(), option.label().equals(text))));
    return choices;
  }

  private static Optional<Result> result(
      Drawing drawing,
      ScoredCriterion criterion,
      String group,
      Map<String, Fact> facts,
      Map<String, Fact> before) {
    var round = drawing.edition.round();
    var answers =
        new UnitAnswers("", "", group, facts, before, List.of(), List.of(), Optional.empty(), true);
    var policy = round.standings().policy();
    return new Scorer(drawing.set, policy, List.of())
        .score(answers, Peers.of(drawing.set, round.answers().units())).lines().stream()
            .filter(line -> line.criterion().equals(criterion))
            .findFirst()
            .map(line ->
                told(
                    drawing,
                    line,
                    new Reasons(drawing.set, policy, drawing.words).of(line, answers)));
  }

  private static Result told(Drawing drawing, ScoreLine line, Reason reason) {
    return new Result(
        drawing.figures.points(line.points()),
        drawing.figures.most(line.max()),
        reason.facts(),
        reason.rule(),
        reason.arithmetic(),
        drawing.set.legalBasis().number() + ", " + reason.basis());
  }
}
