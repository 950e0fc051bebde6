package thangdiem.criteria;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import thangdiem.words.Sentence;

/** Reads the rules of a criteria file (cách tính điểm). One method for each kind of rule. */
final class RuleReader {

  private static final Set<Expr.Given.Name> NOTHING_GIVEN = Set.of();
  private static final Set<Expr.Given.Name> IN_POINTS =
      Set.of(Expr.Given.Name.MEASURE, Expr.Given.Name.MAX_POINTS);
  private static final Set<Expr.Given.Name> IN_FORMULA = Set.of(Expr.Given.Name.MAX_POINTS);
  private static final Pattern DATE = Pattern.compile("(\\d{2})/(\\d{2}) (year([+-]\\d)?|\\d{4})");

  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9_]+");
  private static final Set<String> OF_TYPES =
      Set.of("expr.type", "expr.yields", "expr.unordered", "expr.unknownOption");

  // What stands in for a part that is missing or wrong, until the whole file is refused.
  static final ScoringRule NO_RULE = new ScoringRule.Information(List.of());
  private static final Expr ZERO = new Expr.Number(Rational.ZERO);
  private static final RelativeDate NO_DAY = new RelativeDate(1, 1, 0, false);

  private final YamlFile file;
  private final Map<String, FactDefinition> facts;
  private final Set<String> untyped;
  private final List<String> groups;
  private final int year;
  private final Map<String, Function<Node, ScoringRule>> kinds = new LinkedHashMap<>();

  /**
   * A reader of rules over those facts.
   *
   * @param untyped facts of a type that is none: what uses them is not blamed for it
   * @param year the assessed year, whose days exist
   */
  RuleReader(
      YamlFile file,
      Map<String, FactDefinition> facts,
      Set<String> untyped,
      List<String> groups,
      int year) {
    this.file = file;
    this.facts = facts;
    this.untyped = untyped;
    this.groups = groups;
    this.year = year;
    kinds.put(
        "yesNo",
        node ->
            new ScoringRule.YesNo(expr(node, NOTHING_GIVEN, ExprParser.Type.BOOLEAN).orElse(ZERO)));
    kinds.put("proportional", node -> new ScoringRule.Proportional(number(node).orElse(ZERO)));
    kinds.put("tiers", node -> tiers(new YamlMap(file, node)));
    kinds.put("choice", node -> choice(new YamlMap(file, node)));
    kinds.put("dateWindow", node -> dateWindow(new YamlMap(file, node)));
    kinds.put("sum", node -> sum(new YamlMap(file, node)));
    kinds.put("perUnit", node -> perUnit(new YamlMap(file, node)));
    kinds.put("best", node -> best(new YamlMap(file, node)));
    kinds.put("relativeToBest", node -> relativeToBest(new YamlMap(file, node)));
    kinds.put("minMax", node -> minMax(new YamlMap(file, node)));
    kinds.put("change", node -> change(new YamlMap(file, node)));
    kinds.put("survey", node -> survey(new YamlMap(file, node)));
    kinds.put(
        "formula",
        node ->
            new ScoringRule.Formula(expr(node, IN_FORMULA, ExprParser.Type.NUMBER).orElse(ZERO)));
    kinds.put(
        "information",
        node -> new ScoringRule.Information(YamlMap.list(file, node, this::anyFact)));
    kinds.put("byGroup", node -> byGroup(new YamlMap(file, node)));
  }

  ScoringRule rule(Node node) {
    var map = new YamlMap(file, node);
    var kind = map.keys().size() == 1 ? kinds.get(map.keys().getFirst()) : null;
    if (kind == null) {
      if (node instanceof MappingNode) {
        file.wrong(
            node,
            "rule.oneKind",
            String.join(", ", kinds.keySet()),
            map.keys().size() == 1
                ? Suggestion.among(map.keys().getFirst(), kinds.keySet())
                : Sentence.of("suggestion.none"));
      }
      return NO_RULE;
    }
    return kind.apply(map.need(map.keys().getFirst()).orElse(node));
  }

  private ScoringRule tiers(YamlMap map) {
    var rule = new ScoringRule.Tiers(measure(map), map.text("unit", ""), steps(map, "steps"));
    map.end();
    return rule;
  }

  private List<ScoringRule.Tier> steps(YamlMap map, String key) {
    map.need(key);
    return map.list(key, this::tier);
  }

  private ScoringRule.Tier tier(Node node) {
    var map = new YamlMap(file, node);
    var lower = bound(map, "atLeast", "above");
    var upper = bound(map, "atMost", "below");
    boolean otherwise = map.has("otherwise");
    if (otherwise == (lower.isPresent() || upper.isPresent())) {
      file.wrong(node, "rule.tierBounds");
    }
    var tier =
        new ScoringRule.Tier(
            lower, upper, points(map, otherwise ? "otherwise" : "points"), map.text("printed", ""));
    map.end();
    return tier;
  }

  private Optional<ScoringRule.Bound> bound(YamlMap map, String inclusive, String exclusive) {
    if (map.has(inclusive) && map.has(exclusive)) {
      file.wrong(map.node(), "rule.twoBounds", inclusive, exclusive);
    }
    return map.number(inclusive)
        .map(value -> new ScoringRule.Bound(value, true))
        .or(() -> map.number(exclusive).map(value -> new ScoringRule.Bound(value, false)));
  }

  private ScoringRule choice(YamlMap map) {
    var fact = fact(map, FactType.CHOICE);
    var known = Optional.ofNullable(facts.get(fact)).map(FactDefinition::options).orElse(List.of());
    map.need("options");
    var rule =
        new ScoringRule.Choice(
            fact,
            map.list(
                "options",
                node -> {
                  var option = new YamlMap(file, node);
                  var id = option.text("option");
                  if (!untyped.contains(fact)
                      && known.stream().noneMatch(declared -> declared.id().equals(id))) {
                    file.wrong(
                        option.find("option").orElse(node),
                        "expr.unknownOption",
                        fact,
                        id,
                        known.stream().map(FactOption::id).toList());
                  }
                  var points =
                      new ScoringRule.OptionPoints(
                          id, points(option, "points"), option.text("printed", ""));
                  option.end();
                  return points;
                }));
    map.end();
    return rule;
  }

  private ScoringRule dateWindow(YamlMap map) {
    var fact = fact(map, FactType.DATE);
    map.need("windows");
    var rule =
        new ScoringRule.DateWindow(
            fact,
            map.list(
                "windows",
                node -> {
                  var window = new YamlMap(file, node);
                  var from =
                      window.has("from")
                          ? Optional.of(relativeDate(window, "from"))
                          : Optional.<RelativeDate>empty();
                  var to =
                      window.has("to")
                          ? Optional.of(relativeDate(window, "to"))
                          : Optional.<RelativeDate>empty();
                  boolean otherwise = window.has("otherwise");
                  if (otherwise == (from.isPresent() || to.isPresent())) {
                    file.wrong(node, "rule.windowEnds");
                  }
                  var read =
                      new ScoringRule.Window(
                          from,
                          to,
                          points(window, otherwise ? "otherwise" : "points"),
                          window.text("printed", ""));
                  window.end();
                  return read;
                }));
    map.end();
    return rule;
  }

  private ScoringRule sum(YamlMap map) {
    map.need("items");
    var rule = new ScoringRule.Sum(map.list("items", this::part), maximum(map, "cap"));
    map.end();
    return rule;
  }

  private ScoringRule best(YamlMap map) {
    map.need("cases");
    var rule = new ScoringRule.Best(map.list("cases", this::part));
    map.end();
    return rule;
  }

  private ScoringRule.Part part(Node node) {
    var map = new YamlMap(file, node);
    map.need("maxPoints");
    var name = map.text("name");
    var maxPoints = maximum(map, "maxPoints").orElse(Points.NONE);
    var part =
        new ScoringRule.Part(name, maxPoints, map.need("rule").map(this::rule).orElse(NO_RULE));
    map.end();
    return part;
  }

  private Optional<Points> maximum(YamlMap map, String key) {
    var points = map.number(key).map(Points::new);
    if (points.map(value -> value.value().signum() == -1).orElse(false)) {
      file.wrong(map.node(), "criteria.negativePoints");
    }
    return points;
  }

  private ScoringRule perUnit(YamlMap map) {
    var rule = new ScoringRule.PerUnit(measure(map), points(map, "points"));
    map.end();
    return rule;
  }

  private ScoringRule relativeToBest(YamlMap map) {
    var rule = new ScoringRule.RelativeToBest(measure(map), better(map), among(map));
    map.end();
    return rule;
  }

  private ScoringRule minMax(YamlMap map) {
    var rule = new ScoringRule.MinMax(measure(map), better(map), among(map));
    map.end();
    return rule;
  }

  private static ScoringRule.Better better(YamlMap map) {
    return map.oneOf("better", ScoringRule.Better.class, ScoringRule.Better.HIGHER);
  }

  private static ScoringRule.Among among(YamlMap map) {
    return map.oneOf("among", ScoringRule.Among.class, ScoringRule.Among.GROUP);
  }

  private ScoringRule change(YamlMap map) {
    if (map.has("target") == map.has("steps")) {
      file.wrong(map.node(), "rule.targetOrSteps");
    }
    ScoringRule.Towards towards =
        map.has("steps")
            ? new ScoringRule.Towards.Steps(steps(map, "steps"))
            : new ScoringRule.Towards.Target(map.number("target").orElse(Rational.ONE));
    if (towards instanceof ScoringRule.Towards.Target(var target) && target.signum() == 0) {
      file.wrong(map.node(), "rule.targetZero");
    }
    var rule =
        new ScoringRule.Change(
            measure(map), map.oneOf("as", ScoringRule.As.class, ScoringRule.As.PERCENT), towards);
    map.end();
    return rule;
  }

  private ScoringRule survey(YamlMap map) {
    map.need("from");
    map.need("to");
    var from = map.number("from").orElse(Rational.ZERO);
    var to = map.number("to").orElse(Rational.ONE);
    if (from.compareTo(to) >= 0) {
      file.wrong(map.node(), "rule.surveyScale");
    }
    var fact = fact(map, FactType.DECIMAL);
    map.end();
    return new ScoringRule.Survey(fact, from, to);
  }

  private ScoringRule byGroup(YamlMap map) {
    var rules = new LinkedHashMap<String, ScoringRule>();
    for (var group : groups) {
      map.find(group).ifPresent(node -> rules.put(group, rule(node)));
    }
    map.end();
    return new ScoringRule.ByGroup(Map.copyOf(rules));
  }

  private String fact(YamlMap map, FactType type) {
    return map.need("of")
        .map(node -> {
          var id = anyFact(node);
          var fact = facts.get(id);
          if (fact != null
              && !untyped.contains(id)
              && fact.type() != type
              && !(type == FactType.DECIMAL && fact.type() == FactType.COUNT)) {
            file.wrong(
                node,
                "rule.factType",
                id,
                Sentence.of("fact.type." + type),
                Sentence.of("fact.type." + fact.type()));
          }
          return id;
        })
        .orElse("");
  }

  private String anyFact(Node node) {
    var id = YamlMap.text(file, node);
    if (!facts.containsKey(id)) {
      file.wrong(node, "expr.unknownFact", id, Suggestion.among(id, facts.keySet()));
    }
    return id;
  }

  private Expr measure(YamlMap map) {
    return map.need("of").flatMap(this::number).orElse(ZERO);
  }

  private Optional<Expr> number(Node node) {
    return expr(node, NOTHING_GIVEN, ExprParser.Type.NUMBER);
  }

  private Expr points(YamlMap map, String key) {
    return map.need(key)
        .flatMap(node -> expr(node, IN_POINTS, ExprParser.Type.NUMBER))
        .orElse(ZERO);
  }

  /** A condition over facts. */
  Expr condition(YamlMap map, String key) {
    return map.need(key)
        .flatMap(node -> expr(node, NOTHING_GIVEN, ExprParser.Type.BOOLEAN))
        .orElse(ZERO);
  }

  private Optional<Expr> expr(Node node, Set<Expr.Given.Name> given, ExprParser.Type type) {
    if (!(node instanceof ScalarNode scalar)) {
      file.wrong(node, "expr.notText");
      return Optional.empty();
    }
    try {
      return Optional.of(ExprParser.parse(scalar.getValue(), facts, given, Set.of(type)));
    } catch (ExprParser.Wrong wrong) {
      if (!OF_TYPES.contains(wrong.what.key()) || !usesUntyped(scalar.getValue())) {
        file.wrong(
            node,
            wrong.offset + (scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1),
            wrong.what);
      }
      return Optional.empty();
    }
  }

  private boolean usesUntyped(String expression) {
    return !untyped.isEmpty() && NOT_IN_NAMES.splitAsStream(expression).anyMatch(untyped::contains);
  }

  /** "01/10 year-1" or "01/10 2016". */
  RelativeDate relativeDate(YamlMap map, String key) {
    return map.need(key).flatMap(this::relativeDate).orElse(NO_DAY);
  }

  private Optional<RelativeDate> relativeDate(Node node) {
    var text = YamlMap.text(file, node);
    var match = DATE.matcher(text);
    if (match.matches()) {
      int day = Integer.parseInt(match.group(1));
      int month = Integer.parseInt(match.group(2));
      var year = match.group(3);
      boolean fixed = !year.startsWith("year");
      var offset = match.group(4);
      try {
        var date =
            new RelativeDate(
                day,
                month,
                fixed ? Integer.parseInt(year) : offset == null ? 0 : Integer.parseInt(offset),
                fixed);
        LocalDate.of(fixed ? date.year() : this.year + date.year(), month, day);
        return Optional.of(date);
      } catch (DateTimeException e) {
        file.wrong(
            node,
            fixed ? "rule.noSuchDay" : "rule.noSuchDayOfYear",
            text,
            String.valueOf(this.year));
        return Optional.empty();
      }
    }
    file.wrong(node, "rule.relativeDate", text);
    return Optional.empty();
  }
}
