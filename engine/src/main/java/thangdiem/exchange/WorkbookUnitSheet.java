package thangdiem.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Criterion;
import thangdiem.criteria.CriterionGroup;
import thangdiem.criteria.Expr;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.ScoringRule;
import thangdiem.criteria.ScoringRule.Part;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.Scorer;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.Words;

/**
 * The sheet of one unit in the form (phiếu kê khai của đơn vị): the decision's table with what the
 * unit declares beside it. A fact is entered once, at the first criterion that uses it, and pointed
 * at from the others.
 */
final class WorkbookUnitSheet {

  private static final Words WORDS = Words.VIETNAMESE;
  private static final int HEADER_ROW = 3;
  private static final int CRITERION = 1;
  private static final int MAX = 2;
  private static final int PRINTED_NOTE = 3;
  private static final int MEASURE = 4;
  private static final int DECLARED = 5;
  private static final int CODE = 9;
  private static final int[] WIDTHS = {7, 44, 11, 15, 10, 14, 9, 17, 14, 12};

  private final CriteriaSet set;
  private final WorkbookEntries entries;
  private final UnitAnswers unit;
  private final Map<String, String> rules;
  private final Map<String, String> declaredAt = new HashMap<>();
  private final WorkbookPen pen;
  private int row = HEADER_ROW + 1;

  private WorkbookUnitSheet(
      CriteriaSet set,
      WorkbookEntries entries,
      UnitAnswers unit,
      Map<String, String> rules,
      WorkbookPen pen) {
    this.set = set;
    this.entries = entries;
    this.unit = unit;
    this.rules = rules;
    this.pen = pen;
  }

  /** The rule of each criterion in words, for units of that group. */
  static Map<String, String> rules(CriteriaSet set, String group) {
    var nobody = UnitAnswers.noReport("-", "-", group);
    var reasons = new Reasons(set, Policy.DEFAULT);
    return new Scorer(set, Policy.DEFAULT, List.of())
        .score(List.of(nobody)).getFirst().lines().stream()
            .collect(
                Collectors.toMap(
                    line -> line.criterion().code(), line -> reasons.of(line, nobody).rule()));
  }

  /** Writes the sheet, with what the unit has stated already. */
  static void write(
      Workbook workbook,
      String name,
      CriteriaSet set,
      WorkbookEntries entries,
      UnitAnswers unit,
      Map<String, String> rules)
      throws IOException {
    new WorkbookUnitSheet(set, entries, unit, rules, new WorkbookPen(workbook, name, WIDTHS))
        .write();
  }

  private void write() throws IOException {
    var group = set.group(unit.group()).map(OrgUnitGroup::name).orElse(unit.group());
    var basis = set.legalBasis();
    var remark =
        say("subtitle", group, String.valueOf(set.year()), basis.number(), basis.issuedOn());
    pen.title(
        say("title", unit.name()),
        set.illustration() ? remark + " · " + say("results.illustration") : remark);
    pen.header(
        HEADER_ROW,
        List.of(
            say("column.number"),
            say("column.criterion"),
            say("column.max"),
            say("column.printedNote"),
            say("column.measure"),
            WorkbookColumn.DECLARED.title(),
            say("column.selfScore"),
            say("column.evidence"),
            say("column.note"),
            WorkbookColumn.CODE.title()));
    for (var section : set.sections()) {
      section
          .maxPoints()
          .of(unit.group())
          .ifPresent(max -> {
            heading(
                WorkbookPen.Look.SECTION,
                section.code(),
                section.printedNumber(),
                section.name(),
                number(max),
                "");
            section.criteria().forEach(this::criterion);
          });
    }
    others();
    pen.sheet().freezePane(CRITERION + 1, HEADER_ROW + 1);
    pen.printed("portrait", HEADER_ROW, unit.name() + " · " + remark);
    pen.finish();
  }

  private void heading(
      WorkbookPen.Look look, String code, String number, String name, String max, String note) {
    pen.text(row, 0, number);
    pen.text(row, CRITERION, name);
    pen.text(row, MAX, max);
    pen.text(row, PRINTED_NOTE, note);
    pen.text(row, CODE, code);
    pen.row(look, row);
    pen.look(WorkbookPen.Look.CODE, row++, CODE);
  }

  private void criterion(Criterion criterion) {
    var max = criterion.maxPoints().of(unit.group());
    if (max.isPresent()) {
      switch (criterion) {
        case CriterionGroup group -> {
          heading(
              WorkbookPen.Look.GROUP,
              group.code(),
              group.printedNumber(),
              group.name(),
              number(max.get()),
              "");
          group.criteria().forEach(this::criterion);
        }
        case ScoredCriterion scored -> {
          heading(
              WorkbookPen.Look.BOLD,
              scored.code(),
              scored.printedNumber(),
              scored.name(),
              number(max.get()),
              scored.note());
          var rule = own(scored.rule());
          printed(scored, rule).forEach(this::printedLine);
          rule.facts().stream()
              .map(set.facts()::get)
              .filter(Objects::nonNull)
              .forEach(fact -> fact(fact, scored.code()));
        }
      }
    }
  }

  private ScoringRule own(ScoringRule rule) {
    return rule instanceof ScoringRule.ByGroup(var rules)
            && rules.get(unit.group()) instanceof ScoringRule inner
        ? own(inner)
        : rule;
  }

  /**
   * Facts that no criterion of the unit uses: those that none uses at all, those that a gate asks
   * of every unit, and what the unit has stated.
   */
  private void others() {
    Set<String> used =
        set.scored()
            .flatMap(criterion -> criterion.rule().facts().stream())
            .collect(Collectors.toCollection(HashSet::new));
    set.gates().forEach(gate -> used.removeAll(gate.failsWhen().facts()));
    var others =
        set.facts().values().stream()
            .filter(fact ->
                !declaredAt.containsKey(fact.id())
                    && (!used.contains(fact.id()) || unit.facts().containsKey(fact.id())))
            .toList();
    if (!others.isEmpty()) {
      heading(WorkbookPen.Look.SECTION, "", "", say("otherFacts"), "", "");
      others.forEach(fact -> fact(fact, say("otherFacts")));
    }
  }

  /** An entry row at the first use of a fact, a reference at later ones. */
  private void fact(FactDefinition fact, String at) {
    var before = declaredAt.putIfAbsent(fact.id(), at);
    pen.text(row, MEASURE, fact.unit());
    if (before != null) {
      pen.text(row, CRITERION, say("factElsewhere", fact.label(), before));
      pen.row(WorkbookPen.Look.ELSEWHERE, row);
    } else {
      var label =
          fact.collectedBy() == FactDefinition.Collector.ORGANISER
              ? say("factOfOrganiser", fact.label())
              : say("factRow", fact.label());
      pen.text(row, CRITERION, fact.help().isEmpty() ? label : label + "\n" + fact.help());
      Optional.ofNullable(unit.facts().get(fact.id()))
          .ifPresent(value -> WorkbookEntries.value(pen, row, DECLARED, fact, value));
      pen.row(WorkbookPen.Look.PLAIN, row);
      pen.text(row, CODE, fact.id());
      pen.look(WorkbookPen.Look.CODE, row, CODE);
      entries.ask(pen, row, row, DECLARED, fact);
    }
    row++;
  }

  private record PrintedLine(String text, String points) {}

  private void printedLine(PrintedLine line) {
    pen.text(row, CRITERION, line.text());
    pen.text(row, MAX, line.points());
    pen.row(WorkbookPen.Look.PRINTED, row++);
  }

  /**
   * The lines that the decision prints below a criterion, or its rule in our words where it prints
   * none.
   */
  private List<PrintedLine> printed(ScoredCriterion criterion, ScoringRule rule) {
    if (rule instanceof ScoringRule.YesNo) {
      return List.of();
    }
    if (rule instanceof ScoringRule.Proportional && !criterion.printedPoints().isEmpty()) {
      return List.of(new PrintedLine(say("byRatio"), criterion.printedPoints()));
    }
    var lines = printed(rule);
    return lines.isEmpty()
        ? List.of(new PrintedLine(rules.getOrDefault(criterion.code(), ""), ""))
        : lines;
  }

  private static List<PrintedLine> printed(ScoringRule rule) {
    return switch (rule) {
      case ScoringRule.Tiers(_, _, var tiers) ->
          whole(
              tiers.stream().map(tier -> new PrintedLine(tier.printed(), constant(tier.points()))));
      case ScoringRule.Choice(_, var options) ->
          whole(
              options.stream()
                  .map(option -> new PrintedLine(option.printed(), constant(option.points()))));
      case ScoringRule.DateWindow(_, var windows) ->
          whole(
              windows.stream()
                  .map(window -> new PrintedLine(window.printed(), constant(window.points()))));
      case ScoringRule.Sum(var parts, _) -> parts(parts);
      case ScoringRule.Best(var cases) -> parts(cases);
      case ScoringRule.YesNo _,
          ScoringRule.Proportional _,
          ScoringRule.PerUnit _,
          ScoringRule.RelativeToBest _,
          ScoringRule.MinMax _,
          ScoringRule.Change _,
          ScoringRule.Survey _,
          ScoringRule.Formula _,
          ScoringRule.Information _,
          ScoringRule.ByGroup _ ->
          List.of();
    };
  }

  private static List<PrintedLine> parts(List<Part> parts) {
    var lines = new ArrayList<PrintedLine>();
    for (var part : parts) {
      lines.add(new PrintedLine(part.name(), number(part.maxPoints())));
      printed(part.rule())
          .forEach(line -> lines.add(new PrintedLine("– " + line.text(), line.points())));
    }
    return lines;
  }

  /** The lines, unless the decision leaves one of them unprinted. */
  private static List<PrintedLine> whole(Stream<PrintedLine> lines) {
    var all = lines.toList();
    return all.stream().anyMatch(line -> line.text().isEmpty()) ? List.of() : all;
  }

  private static String constant(Expr points) {
    return points instanceof Expr.Number(var value) ? number(new Points(value)) : "";
  }

  private static String number(Points points) {
    var plain = points.decimal().stripTrailingZeros();
    return WORDS.number(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  private static String say(String key, Object... arguments) {
    return WORDS.say("workbook." + key, arguments);
  }
}
