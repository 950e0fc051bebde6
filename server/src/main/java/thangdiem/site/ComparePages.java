package thangdiem.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.ranking.Standing;
import thangdiem.scoring.ScoreLine;
import thangdiem.site.ComparePage.Cell;
import thangdiem.site.ComparePage.Option;
import thangdiem.site.ComparePage.Row;
import thangdiem.site.ComparePage.Side;

/** Draws two to four units side by side. */
final class ComparePages {

  private static final int FEWEST = 2;
  static final int MOST = 4;
  private static final int LISTED = 200;
  private static final int SHOWN = 40;

  private final Drawing drawing;
  private final List<String> asked;

  ComparePages(Drawing drawing, List<String> asked) {
    this.drawing = drawing;
    this.asked =
        List.copyOf(
            new LinkedHashSet<>(
                asked.stream()
                    .map(String::strip)
                    .filter(code -> !code.isEmpty())
                    .map(code -> code.length() > SHOWN ? code.substring(0, SHOWN) + "…" : code)
                    .limit(MOST + 1)
                    .toList()));
  }

  ComparePage page(SitePlace place) {
    var error = error();
    var units =
        error.isPresent()
            ? List.<Standing>of()
            : asked.stream().flatMap(code -> drawing.edition.unit(code).stream()).toList();
    var headline = units.isEmpty() ? drawing.say("site.compare.choose") : headline(units);
    var lead =
        units.isEmpty() ? drawing.say("site.compare.say") : drawing.say("site.compare.shown");
    var criteria = units.isEmpty() ? List.<Row>of() : criteria(units);
    return new ComparePage(
        drawing.frame(
            place,
            "compare" + (units.isEmpty() ? "" : "?units=" + String.join(",", asked)),
            "compare",
            headline,
            lead),
        headline,
        lead,
        error,
        options(),
        asked,
        units.stream().map(this::side).toList(),
        units.isEmpty() ? List.of() : sections(units),
        criteria,
        units.isEmpty() ? 0 : (int) drawing.set.scored().count() - criteria.size());
  }

  private Optional<String> error() {
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    var unknown = asked.stream().filter(code -> drawing.edition.unit(code).isEmpty()).findFirst();
    if (unknown.isPresent()) {
      return Optional.of(drawing.say("site.compare.unknown", unknown.get()));
    }
    return asked.size() < FEWEST
        ? Optional.of(drawing.say("site.compare.few"))
        : asked.size() > MOST ? Optional.of(drawing.say("site.compare.many")) : Optional.empty();
  }

  /** Whether it shows what was asked, and so always will. */
  boolean stands() {
    return error().isEmpty();
  }

  private List<Option> options() {
    return drawing.edition.units().size() > LISTED
        ? List.of()
        : drawing.edition.groups().values().stream()
            .flatMap(List::stream)
            .map(unit -> new Option(unit.sheet().answers().unit(), unit.sheet().answers().name()))
            .toList();
  }

  private String headline(List<Standing> units) {
    var sorted =
        units.stream()
            .sorted(Comparator.comparing((Standing unit) -> unit.sheet().total()).reversed())
            .toList();
    var first = sorted.getFirst().sheet();
    var second = sorted.get(1).sheet();
    var ahead = first.total().minus(second.total());
    return ahead.value().signum() == 0
        ? drawing.say("site.compare.equal", first.answers().name(), second.answers().name())
        : drawing.say(
            "site.compare.ahead",
            first.answers().name(),
            second.answers().name(),
            drawing.figures.points(ahead));
  }

  private Side side(Standing unit) {
    var sheet = unit.sheet();
    return new Side(
        sheet.answers().name(),
        drawing.address.unit(sheet.answers().unit()),
        unit.overall().exists()
            ? drawing.say(
                "site.compare.rank",
                unit.overall().inGroup(),
                drawing.edition.groupOf(unit).shortName())
            : drawing.say("site.unranked"),
        drawing.figures.points(sheet.total()),
        sheet.grade().name(),
        drawing.style(sheet.grade()));
  }

  private List<Row> sections(List<Standing> units) {
    return drawing.set.scoredSections().stream()
        .map(section -> {
          var most = Drawing.greatest(section);
          var points =
              units.stream()
                  .map(unit ->
                      Drawing.score(unit.sheet(), section)
                          .map(score -> score.points())
                          .orElse(Points.NONE))
                  .toList();
          return row(
              section.printedNumber() + ". " + section.name(),
              most,
              drawing.style(section),
              points);
        })
        .toList();
  }

  private Row row(String name, Points most, String style, List<Points> points) {
    var best = points.stream().max(Comparator.naturalOrder()).orElse(Points.NONE);
    boolean differ = points.stream().distinct().count() > 1;
    return new Row(
        name,
        drawing.figures.most(most),
        style,
        points.stream()
            .map(own ->
                new Cell(
                    drawing.figures.points(own),
                    Figures.along(own.value(), most.value()),
                    differ && own.equals(best)))
            .toList());
  }

  private record Told(ScoredCriterion criterion, Points max, List<Points> points) {

    Rational spread() {
      var sorted = points.stream().sorted().toList();
      return sorted.getLast().minus(sorted.getFirst()).value();
    }
  }

  /** The criteria in which they differ, the widest apart first. */
  private List<Row> criteria(List<Standing> units) {
    var lines = units.stream().map(ComparePages::lines).toList();
    return drawing
        .set
        .scored()
        .map(criterion ->
            new Told(
                criterion,
                criterion.maxPoints().byGroup().values().stream()
                    .max(Comparator.naturalOrder())
                    .orElse(Points.NONE),
                IntStream.range(0, units.size())
                    .mapToObj(i ->
                        Optional.ofNullable(lines.get(i).get(criterion.code()))
                            .map(ScoreLine::points)
                            .orElse(Points.NONE))
                    .toList()))
        .filter(told -> told.spread().signum() > 0)
        .sorted(Comparator.comparing(Told::spread).reversed())
        .map(told ->
            row(
                told.criterion().code() + " " + told.criterion().name(),
                told.max(),
                "",
                new ArrayList<>(told.points())))
        .toList();
  }

  private static Map<String, ScoreLine> lines(Standing unit) {
    var lines = new HashMap<String, ScoreLine>();
    unit.sheet().lines().forEach(line -> lines.put(line.criterion().code(), line));
    return lines;
  }
}
