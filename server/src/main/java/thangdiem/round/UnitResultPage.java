package thangdiem.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import thangdiem.audit.NotFound;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;
import thangdiem.scoring.Reasons;

/** A unit's result in a rehearsal: every point with its reason (phiếu điểm). */
public record UnitResultPage(
    Round round,
    CriteriaSet set,
    String name,
    int rank,
    int of,
    Points total,
    Grade grade,
    List<Part> parts) {

  /** A section with what was earned in it. */
  public record Part(
      Section section, Points points, Points max, Optional<Integer> rank, List<Line> lines) {}

  /** A criterion: its points and why, in the order of the reason everywhere. */
  public record Line(
      String number,
      String name,
      Points points,
      Points max,
      String facts,
      String rule,
      String arithmetic,
      String basis) {}

  static UnitResultPage of(Round round, Results.Kept kept, String code) {
    var standings = kept.computed().standings();
    var standing =
        standings.units().stream()
            .filter(unit -> unit.sheet().answers().unit().equals(code))
            .findFirst()
            .orElseThrow(() -> new NotFound("unit " + code));
    var sheet = standing.sheet();
    var reasons = new Reasons(standings.set(), standings.policy());
    var lines = new LinkedHashMap<String, Line>();
    for (var line : sheet.lines()) {
      var reason = reasons.of(line, sheet.answers());
      lines.put(
          line.criterion().code(),
          new Line(
              line.criterion().printedNumber(),
              line.criterion().name(),
              line.points(),
              line.max(),
              String.join("; ", reason.facts()),
              reason.rule(),
              reason.arithmetic(),
              reason.basis()));
    }
    var parts = new ArrayList<Part>();
    for (var section : standings.set().sections()) {
      var max = section.maxPoints().of(sheet.answers().group());
      if (max.isEmpty()) {
        continue;
      }
      var own =
          section
              .scored()
              .flatMap(criterion -> Optional.ofNullable(lines.get(criterion.code())).stream())
              .toList();
      var points = own.stream().map(Line::points).reduce(Points.NONE, Points::plus);
      parts.add(
          new Part(
              section,
              sheet.sections().stream()
                  .filter(score -> score.section().equals(section))
                  .findFirst()
                  .map(score -> score.points())
                  .orElse(points),
              max.get(),
              Optional.ofNullable(standing.bySection().get(section.code()))
                  .filter(rank -> rank.exists())
                  .map(rank -> rank.inGroup()),
              own));
    }
    return new UnitResultPage(
        round,
        standings.set(),
        sheet.answers().name(),
        standing.overall().inGroup(),
        (int)
            standings.units().stream()
                .filter(unit -> unit.sheet().answers().group().equals(sheet.answers().group()))
                .count(),
        sheet.total(),
        sheet.grade(),
        parts);
  }

  /** The place of the grade in the scale, from the best, for its colour. */
  public int order() {
    return set.grades().highestFirst().indexOf(grade);
  }
}
