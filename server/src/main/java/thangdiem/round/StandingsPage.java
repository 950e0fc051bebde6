package thangdiem.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;
import thangdiem.exchange.Round;
import thangdiem.ranking.Rank;
import thangdiem.ranking.Standing;

/**
 * The standings of a rehearsal (bảng xếp hạng diễn tập), as the page draws them.
 *
 * @param shown the group that is shown alone, if any
 * @param by the section by which it is ranked; absent: by the total
 */
public record StandingsPage(
    thangdiem.round.Round round,
    CriteriaSet set,
    List<Group> groups,
    Optional<String> shown,
    Optional<Section> by,
    String sha256,
    boolean holds) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The units that are ranked together. */
  public record Group(OrgUnitGroup group, List<Row> rows) {}

  /** A part of a unit's bar: where it begins and how wide it is, of the whole width. */
  public record Part(String section, String x, String width) {}

  /** A unit in its place. */
  public record Row(
      String code,
      String name,
      int rank,
      boolean tied,
      List<Part> parts,
      Points total,
      Grade grade) {}

  static StandingsPage of(
      thangdiem.round.Round round, Results.Kept kept, Optional<String> shown, Optional<String> by) {
    var set = kept.computed().standings().set();
    var section =
        by.flatMap(code ->
            set.scoredSections().stream().filter(one -> one.code().equals(code)).findFirst());
    var groups =
        set.groups().stream()
            .filter(group -> shown.map(group.id()::equals).orElse(true))
            .map(group -> new Group(group, rows(kept.computed(), group, section)))
            .filter(group -> !group.rows().isEmpty())
            .toList();
    return new StandingsPage(round, set, groups, shown, section, kept.sha256(), kept.holds());
  }

  private static List<Row> rows(Round computed, OrgUnitGroup group, Optional<Section> by) {
    var standings =
        computed.standings().units().stream()
            .filter(unit -> unit.sheet().answers().group().equals(group.id()))
            .sorted(Comparator.comparingInt(unit -> place(unit, by)))
            .toList();
    var widest = widest(computed.standings().set(), by);
    return standings.stream()
        .map(unit ->
            new Row(
                unit.sheet().answers().unit(),
                unit.sheet().answers().name(),
                place(unit, by),
                standings.stream().filter(other -> place(other, by) == place(unit, by)).count() > 1,
                parts(unit, by, widest),
                by.map(section -> points(unit, section)).orElse(unit.sheet().total()),
                unit.sheet().grade()))
        .toList();
  }

  private static int place(Standing unit, Optional<Section> by) {
    var rank = by.map(section -> rank(unit, section)).orElse(unit.overall());
    return rank.exists() ? rank.inGroup() : Integer.MAX_VALUE;
  }

  private static Rank rank(Standing unit, Section section) {
    return Optional.ofNullable(unit.bySection().get(section.code())).orElseThrow();
  }

  private static Points points(Standing unit, Section section) {
    return unit.sheet().sections().stream()
        .filter(score -> score.section().code().equals(section.code()))
        .findFirst()
        .map(score -> score.points())
        .orElse(Points.NONE);
  }

  /** What the whole width stands for: the scale with its bonus, or the section's maximum. */
  private static BigDecimal widest(CriteriaSet set, Optional<Section> by) {
    return by.map(StandingsPage::most)
        .orElseGet(() ->
            set.sections().stream()
                .filter(Section::bonus)
                .map(StandingsPage::most)
                .reduce(set.largestScale().decimal(), BigDecimal::add));
  }

  private static BigDecimal most(Section section) {
    return section.maxPoints().byGroup().values().stream()
        .map(Points::decimal)
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ONE);
  }

  private static List<Part> parts(Standing unit, Optional<Section> by, BigDecimal widest) {
    var parts = new ArrayList<Part>();
    var from = BigDecimal.ZERO;
    var sections =
        by.map(List::of)
            .orElseGet(
                () -> unit.sheet().sections().stream().map(score -> score.section()).toList());
    for (var section : sections) {
      var points = points(unit, section).decimal();
      parts.add(new Part(section.code(), percent(from, widest), percent(points, widest)));
      from = from.add(points);
    }
    if (by.isEmpty()) {
      var bonus = unit.sheet().bonus().decimal();
      parts.add(new Part("bonus", percent(from, widest), percent(bonus, widest)));
    }
    return parts;
  }

  private static String percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP) + "%";
  }

  /** Where the floors of the grades stand on the bar. */
  public List<String> floors() {
    return by.isPresent() || !set.oneScale()
        ? List.of()
        : set.grades().highestFirst().stream()
            .flatMap(grade -> grade.floor().stream())
            .map(floor -> percent(floor.decimal(), widest(set, by)))
            .toList();
  }

  /** How many units have that grade. */
  public long graded(Grade grade) {
    return groups.stream()
        .flatMap(group -> group.rows().stream())
        .filter(row -> row.grade().equals(grade))
        .count();
  }

  /** The place of a grade in the scale, from the best, for its colour. */
  public int order(Grade grade) {
    return set.grades().highestFirst().indexOf(grade);
  }
}
