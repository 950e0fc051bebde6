package thangdiem.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.ranking.Standing;

/** What moved since the year before, and by whom (thay đổi so với năm trước). */
public record ChangesPage(
    Frame frame, String headline, String lead, Optional<String> rules, List<Table> tables) {

  public record Table(String name, List<Row> rows, boolean all) {}

  public record Row(
      String name,
      String href,
      Split split,
      String pointsBefore,
      String pointsNow,
      String difference,
      String direction) {}

  static ChangesPage of(
      Drawing drawing, Optional<Edition> before, Map<String, Split> splits, SitePlace place) {
    var tables = new ArrayList<Table>();
    before.ifPresent(edition ->
        drawing
            .edition
            .groups()
            .forEach((group, members) -> {
              var rows =
                  members.stream()
                      .filter(unit -> splits.containsKey(code(unit)))
                      .sorted(
                          Comparator.comparing((Standing unit) -> -split(splits, unit).places()))
                      .map(unit -> row(drawing, edition, unit, split(splits, unit)))
                      .toList();
              if (!rows.isEmpty()) {
                tables.add(
                    new Table(
                        group.name(),
                        rows.stream().limit(StandingsPages.A_PAGE).toList(),
                        rows.size() <= StandingsPages.A_PAGE));
              }
            }));
    int year = drawing.year();
    var headline =
        tables.isEmpty()
            ? drawing.say("site.changes.none", year - 1)
            : headline(drawing, splits, year);
    var lead =
        drawing.say(tables.isEmpty() ? "site.changes.noneSay" : "site.changes.say", year - 1);
    return new ChangesPage(
        drawing.frame(place, "changes", "changes", headline, lead),
        headline,
        lead,
        !tables.isEmpty() && splits.values().stream().allMatch(split -> split.rules() == 0)
            ? Optional.of(drawing.say("site.changes.sameRules"))
            : Optional.empty(),
        tables);
  }

  private static String code(Standing unit) {
    return unit.sheet().answers().unit();
  }

  private static Split split(Map<String, Split> splits, Standing unit) {
    return Optional.ofNullable(splits.get(code(unit))).orElseThrow();
  }

  private static String headline(Drawing drawing, Map<String, Split> splits, int year) {
    return splits.entrySet().stream()
        .max(Comparator.comparing(entry -> entry.getValue().places()))
        .filter(entry -> entry.getValue().places() > 0)
        .map(entry ->
            drawing.say(
                "site.changes.headline",
                drawing.edition.unit(entry.getKey()).orElseThrow().sheet().answers().name(),
                entry.getValue().places(),
                year - 1))
        .orElseGet(() -> drawing.say("site.changes.still", year - 1));
  }

  private static Row row(Drawing drawing, Edition before, Standing unit, Split split) {
    var then = before.unit(code(unit)).orElseThrow().sheet().total();
    var now = unit.sheet().total();
    var difference = now.value().minus(then.value());
    return new Row(
        unit.sheet().answers().name(),
        drawing.address.unit(code(unit)),
        split,
        drawing.figures.points(then),
        drawing.figures.points(now),
        drawing.figures.signed(difference),
        difference.signum() > 0 ? "up" : difference.signum() < 0 ? "dn" : "m");
  }
}
