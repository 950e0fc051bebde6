package thangdiem.criteria;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import thangdiem.words.BadInput;

/**
 * Reads a criteria file into a {@link CriteriaSet}, or refuses it with every mistake in it at once.
 * Language: docs/criteria-language.md.
 */
public final class CriteriaReader {

  // A leap year, so that no day is found missing where the year itself could not be read.
  private static final int ANY_YEAR = 2000;

  private final YamlFile file;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, FactDefinition> facts = new LinkedHashMap<>();
  private final List<OrgUnitGroup> groups = new ArrayList<>();
  private final Set<String> codes = new TreeSet<>();
  private final Set<String> untyped = new HashSet<>();
  private String annex = "";
  private RuleReader rules;

  private CriteriaReader(YamlFile file) {
    this.file = file;
    this.rules = new RuleReader(file, facts, untyped, List.of(), ANY_YEAR);
  }

  /**
   * Reads the text of a criteria file.
   *
   * @param name how mistakes name the file
   * @param text the YAML
   * @param units the units of {@code units.yaml}; may be empty
   * @throws BadInput with every mistake
   */
  public static CriteriaFile read(String name, String text, List<ListedUnit> units) {
    var file = new YamlFile(name, text);
    var reader = new CriteriaReader(file);
    var set = reader.set(file.map(), units);
    file.orRefuse();
    return new CriteriaFile(set, text, file, Map.copyOf(reader.places));
  }

  private CriteriaSet set(YamlMap map, List<ListedUnit> units) {
    var id = map.text("id");
    var name = map.text("name");
    map.need("year");
    int year = map.whole("year", ANY_YEAR);
    rules = new RuleReader(file, facts, untyped, List.of(), year);
    var illustration = map.yes("illustration", false);
    map.need("scale");
    var scale = new Points(map.number("scale").orElse(Rational.ONE));
    map.need("legalBasis");
    var legalBasis = map.map("legalBasis", this::legalBasis);
    annex = map.text("annex", "");
    var levels = map.texts("levels");
    map.need("period");
    var period = map.map("period", this::period);
    map.need("deadline");
    var deadline = map.map("deadline", this::deadline);
    map.need("groups");
    groups.addAll(map.list("groups", this::group));
    unique(map, "groups", groups, OrgUnitGroup::id);
    var themes = map.list("themes", this::theme);
    map.need("facts");
    for (var fact : map.list("facts", value -> fact(value, themes))) {
      facts.putIfAbsent(fact.id(), fact);
    }
    facts(map);
    rules =
        new RuleReader(file, facts, untyped, groups.stream().map(OrgUnitGroup::id).toList(), year);
    map.need("grades");
    var grades = new GradeScale(map.list("grades", value -> grade(value, scale)));
    var deductions = map.list("deductions", this::deduction);
    unique(map, "deductions", deductions, DeductionKind::kind);
    var checks = map.list("checks", this::check);
    unique(map, "checks", checks, Check::id);
    map.need("sections");
    var sections = map.list("sections", this::section);
    place(map, "sections");
    place(map, "groups");
    var gates = map.list("gates", value -> gate(value, grades));
    var profiles = map.list("notApplicable", this::profile);
    map.end();
    return new CriteriaSet(
        id,
        name,
        year,
        illustration,
        scale,
        legalBasis.orElseThrow(this::refused),
        levels,
        period.orElseThrow(this::refused),
        deadline.orElseThrow(this::refused),
        List.copyOf(groups),
        grades,
        deductions,
        profiles,
        gates,
        themes,
        java.util.Collections.unmodifiableMap(facts),
        checks,
        sections,
        units);
  }

  /** What is missing has been noted already. */
  private BadInput refused() {
    return new BadInput(file.mistakes());
  }

  private void place(YamlMap map, String key) {
    map.find(key).ifPresent(value -> places.put(key, file.place(value)));
  }

  private <T> void unique(YamlMap map, String key, List<T> items, Function<T, String> id) {
    var seen = new HashSet<String>();
    var nodes =
        map.find(key)
            .filter(SequenceNode.class::isInstance)
            .map(node -> ((SequenceNode) node).getValue())
            .orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      var text = id.apply(items.get(i));
      if (!seen.add(text)) {
        file.wrong(nodes.get(i), "criteria.duplicate", text);
      }
      places.putIfAbsent(text, file.place(nodes.get(i)));
    }
  }

  private LegalBasis legalBasis(YamlMap map) {
    var basis =
        new LegalBasis(
            map.text("number"),
            map.date("issuedOn"),
            map.text("issuer"),
            map.text("title"),
            map.text("replaces", ""));
    map.end();
    return basis;
  }

  private CriteriaSet.Period period(YamlMap map) {
    var period =
        new CriteriaSet.Period(
            rules.relativeDate(map, "from"), rules.relativeDate(map, "to"), map.text("basis", ""));
    map.end();
    return period;
  }

  private CriteriaSet.Deadline deadline(YamlMap map) {
    var deadline = new CriteriaSet.Deadline(rules.relativeDate(map, "at"), map.text("basis", ""));
    map.end();
    return deadline;
  }

  private OrgUnitGroup group(Node node) {
    var map = new YamlMap(file, node);
    var name = map.text("name");
    var group =
        new OrgUnitGroup(
            map.text("id"),
            name,
            map.text("shortName", name),
            map.number("scale").map(Points::new),
            map.yes("ranked", true),
            map.text("basis", ""));
    map.end();
    return group;
  }

  private Theme theme(Node node) {
    var map = new YamlMap(file, node);
    var theme = new Theme(map.text("id"), map.text("name"));
    map.end();
    return theme;
  }

  private FactDefinition fact(Node node, List<Theme> themes) {
    var map = new YamlMap(file, node);
    var id = map.text("id");
    if (!id.matches("[a-z][a-z0-9_]*")) {
      file.wrong(map.find("id").orElse(node), "criteria.factId", id);
    }
    var stated = map.need("type").flatMap(value -> YamlMap.oneOf(file, value, FactType.class));
    var type = stated.orElse(FactType.TEXT);
    if (stated.isEmpty()) {
      untyped.add(id);
    }
    var theme = map.text("theme", "");
    if (!theme.isEmpty() && themes.stream().noneMatch(known -> known.id().equals(theme))) {
      file.wrong(map.find("theme").orElse(node), "criteria.unknownTheme", theme);
    }
    var options = map.list("options", this::option);
    if (stated.isPresent() && options.isEmpty() == (type == FactType.CHOICE)) {
      file.wrong(
          node,
          type == FactType.CHOICE
              ? "criteria.choiceWithoutOptions"
              : "criteria.optionsWithoutChoice",
          id);
    }
    var rollUp =
        switch (type) {
          case COUNT, DECIMAL -> FactDefinition.RollUp.SUM;
          case BOOLEAN -> FactDefinition.RollUp.ALL;
          case DATE, CHOICE, TEXT -> FactDefinition.RollUp.NONE;
        };
    var fact =
        new FactDefinition(
            id,
            map.text("label"),
            type,
            map.text("unit", ""),
            theme,
            map.text("help", ""),
            map.oneOf("rollUp", FactDefinition.RollUp.class, rollUp),
            map.yes("movable", false),
            map.yes("carriesOver", false),
            options,
            map.number("min").orElse(Rational.ZERO),
            map.number("max").orElse(FactDefinition.LARGEST),
            map.oneOf("collectedBy", FactDefinition.Collector.class, FactDefinition.Collector.UNIT),
            map.texts("movesAgainst"),
            map.text("basis", ""));
    map.end();
    if (fact.min().compareTo(fact.max()) > 0) {
      file.wrong(node, "criteria.minAboveMax", id);
    }
    return fact;
  }

  private FactOption option(Node node) {
    var map = new YamlMap(file, node);
    var option = new FactOption(map.text("id"), map.text("label"));
    map.end();
    return option;
  }

  private void facts(YamlMap map) {
    var nodes =
        map.find("facts")
            .filter(SequenceNode.class::isInstance)
            .map(node -> ((SequenceNode) node).getValue())
            .orElse(List.of());
    for (var node : nodes) {
      if (node instanceof MappingNode) {
        var fact = new YamlMap(file, node);
        var id = fact.text("id", "");
        if (places.putIfAbsent("fact:" + id, file.place(node)) != null) {
          file.wrong(node, "criteria.duplicate", id);
        }
        fact.list("movesAgainst", value -> value).forEach(this::knownFact);
      }
    }
  }

  private void knownFact(Node node) {
    var id = YamlMap.text(file, node);
    if (!facts.containsKey(id)) {
      file.wrong(node, "expr.unknownFact", id, Suggestion.among(id, facts.keySet()));
    }
  }

  private Grade grade(Node node, Points scale) {
    var map = new YamlMap(file, node);
    var common = map.find("atLeast").filter(value -> !(value instanceof MappingNode));
    var own = new LinkedHashMap<String, Points>();
    var floor = common.flatMap(value -> floor(value, scale));
    if (common.isPresent()) {
      for (var group : groups) {
        group
            .ownScale()
            .flatMap(points -> floor(common.get(), points))
            .filter(points -> !floor.equals(Optional.of(points)))
            .ifPresent(points -> own.put(group.id(), points));
      }
    } else {
      map.map("atLeast", floors -> floors).ifPresent(floors -> floors(floors, scale, own));
    }
    var grade =
        new Grade(
            map.text("name"),
            floor.or(() -> own.values().stream().max(Comparator.naturalOrder())),
            java.util.Collections.unmodifiableMap(own),
            map.text("basis", ""));
    map.end();
    places.put("grade:" + grade.name(), file.place(node));
    return grade;
  }

  /** Points, or percent of a scale. */
  private Optional<Points> floor(Node value, Points scale) {
    return YamlMap.number(file, value)
        .map(number ->
            YamlMap.text(file, value).endsWith("%") ? scale.times(number) : new Points(number));
  }

  /** A floor for each group. */
  private void floors(YamlMap floors, Points scale, Map<String, Points> own) {
    for (var group : groups) {
      floors
          .need(group.id())
          .flatMap(value -> floor(value, group.ownScale().orElse(scale)))
          .ifPresent(points -> own.put(group.id(), points));
    }
    floors.end();
  }

  private DeductionKind deduction(Node node) {
    var map = new YamlMap(file, node);
    var kind =
        new DeductionKind(
            map.text("kind"),
            map.text("name"),
            map.number("points").map(Points::new),
            map.text("basis", ""));
    if (kind.points().map(points -> points.value().signum() == -1).orElse(false)) {
      file.wrong(node, "answers.negativeDeduction");
    }
    map.end();
    return kind;
  }

  private Check check(Node node) {
    var map = new YamlMap(file, node);
    var check = new Check(map.text("id"), rules.condition(map, "require"), map.text("message"));
    map.end();
    return check;
  }

  private Gate gate(Node node, GradeScale grades) {
    var map = new YamlMap(file, node);
    var gradeAtMost = map.text("gradeAtMost");
    if (grades.highestFirst().stream().noneMatch(grade -> grade.name().equals(gradeAtMost))) {
      file.wrong(map.find("gradeAtMost").orElse(node), "criteria.unknownGrade", gradeAtMost);
    }
    var gate =
        new Gate(
            map.text("id"),
            map.text("name"),
            rules.condition(map, "failsWhen"),
            gradeAtMost,
            map.text("basis", ""));
    map.end();
    return gate;
  }

  private NotApplicableProfile profile(Node node) {
    var map = new YamlMap(file, node);
    map.list("criteria", value -> value).forEach(this::knownCode);
    map.list("groups", value -> value).forEach(value -> knownGroup(value));
    map.text("note", "");
    var profile =
        new NotApplicableProfile(
            map.text("id"),
            map.text("name"),
            map.texts("groups"),
            map.texts("criteria"),
            map.text("basis", ""));
    map.end();
    places.put(profile.id(), file.place(node));
    return profile;
  }

  private void knownCode(Node node) {
    var code = YamlMap.text(file, node);
    if (!codes.contains(code)) {
      file.wrong(node, "criteria.unknownCode", code, Suggestion.among(code, codes));
    }
  }

  private void knownGroup(Node node) {
    var id = YamlMap.text(file, node);
    if (groups.stream().noneMatch(group -> group.id().equals(id))) {
      file.wrong(node, "criteria.unknownGroup", id);
    }
  }

  private Section section(Node node) {
    var map = new YamlMap(file, node);
    var code = code(map, node);
    var name = map.text("name");
    var earlier = new LinkedHashMap<Integer, Points>();
    map.map("earlierMaxPoints", years -> years)
        .ifPresent(years -> years.keys().forEach(year -> earlierMaxPoints(years, year, earlier)));
    var maxPoints = maxPoints(map, node);
    map.need("criteria");
    var section =
        new Section(
            code,
            map.text("printedNumber", code),
            name,
            map.text("shortName", name),
            map.yes("bonus", false),
            maxPoints,
            java.util.Collections.unmodifiableMap(earlier),
            map.list("criteria", this::criterion),
            rescaled(map));
    map.text("note", "");
    map.end();
    return section;
  }

  private void earlierMaxPoints(YamlMap years, String year, Map<Integer, Points> earlier) {
    if (year.matches("\\d{4}")) {
      years
          .number(year)
          .ifPresent(points -> earlier.put(Integer.valueOf(year), new Points(points)));
    } else {
      file.wrong(years.node(), "yaml.expectedWhole", year);
    }
  }

  private boolean rescaled(YamlMap map) {
    var when = map.text("whenNotHeld", "");
    if (!when.isEmpty() && !when.equals("rescale")) {
      file.wrong(map.find("whenNotHeld").orElse(map.node()), "yaml.expectedOneOf", "rescale", when);
    }
    return !when.isEmpty();
  }

  private Criterion criterion(Node node) {
    var map = new YamlMap(file, node);
    var code = code(map, node);
    var printedNumber = map.text("printedNumber", code.substring(code.lastIndexOf('.') + 1));
    var name = map.text("name");
    var maxPoints = maxPoints(map, node);
    if (map.has("criteria") == map.has("rule")) {
      file.wrong(node, "criteria.ruleOrCriteria", code);
    }
    Criterion criterion;
    if (map.has("criteria")) {
      criterion =
          new CriterionGroup(
              code,
              printedNumber,
              name,
              maxPoints,
              map.list("criteria", this::criterion),
              rescaled(map));
    } else {
      criterion =
          new ScoredCriterion(
              code,
              printedNumber,
              name,
              maxPoints,
              map.text("printedPoints", ""),
              map.find("rule").map(rules::rule).orElse(RuleReader.NO_RULE),
              map.texts("evidence"),
              map.text("basis", annex.isEmpty() ? code : annex + ", mục " + code),
              map.text("note", ""));
    }
    map.text("note", "");
    map.end();
    return criterion;
  }

  private String code(YamlMap map, Node node) {
    var code = map.text("code");
    if (!code.isEmpty() && !codes.add(code)) {
      file.wrong(map.find("code").orElse(node), "criteria.duplicate", code);
    }
    places.putIfAbsent(code, file.place(node));
    return code;
  }

  private MaxPoints maxPoints(YamlMap map, Node node) {
    var byGroup = new LinkedHashMap<String, Points>();
    Optional<Node> value = map.need("maxPoints");
    if (value.isPresent() && value.get() instanceof MappingNode) {
      var perGroup = new YamlMap(file, value.get());
      for (var group : groups) {
        perGroup
            .number(group.id())
            .ifPresent(points -> byGroup.put(group.id(), new Points(points)));
      }
      perGroup.end();
    } else {
      var points = new Points(map.number("maxPoints").orElse(Rational.ZERO));
      groups.forEach(group -> byGroup.put(group.id(), points));
    }
    if (byGroup.values().stream().anyMatch(points -> points.value().signum() < 0)) {
      file.wrong(node, "criteria.negativePoints");
    }
    return new MaxPoints(byGroup);
  }
}
