package thangdiem.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.exchange.TypedFact;
import thangdiem.ranking.Standing;
import thangdiem.round.Participation;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.scoring.Advice;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Peers;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.Scorer;
import thangdiem.site.Edition;
import thangdiem.site.PublishedEditions;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/** Puts a unit's published columns beside each other and beside its group (đối chiếu, Đ4). */
@Component
class Comparisons {

  private static final int MOST_GAPS = 5;
  private static final int MOST_NEXT = 5;
  private static final Rational HALF = Rational.of(1).dividedBy(Rational.of(2));

  private final PublishedEditions editions;

  Comparisons(PublishedEditions editions) {
    this.editions = editions;
  }

  /**
   * The version that everybody sees.
   *
   * @throws Refusal while there is none
   */
  Edition edition(Round round) {
    return Optional.of(round)
        .filter(one -> !one.rehearsal())
        .flatMap(one -> editions.latest(one.key()))
        .orElseThrow(() -> new Refusal("compare.notYet"));
  }

  ComparisonPage of(Participation part) {
    var round = part.round();
    var edition = edition(round);
    var code = part.unit().code();
    var decided = standing(edition.units(), code);
    var group = members(edition, decided);
    var parts = parts(edition, part.unit(), group);
    var rows = parts.stream().flatMap(one -> one.rows().stream()).toList();
    return new ComparisonPage(
        round,
        part.unit(),
        edition.published().version(),
        edition.groupOf(decided).name(),
        group.size(),
        standing(edition.claimed(), code),
        standing(edition.verified(), code),
        decided,
        Optional.ofNullable(edition.firmness().get(code)),
        parts,
        gaps(rows, row -> row.median().minus(row.decided())),
        gaps(rows, row -> row.decided().minus(row.median())),
        next(edition, decided, part));
  }

  /** The sheets of those that are ranked with a unit, itself among them. */
  private static List<ScoreSheet> members(Edition edition, Standing unit) {
    return edition.members(edition.groupOf(unit)).stream().map(Standing::sheet).toList();
  }

  private static Standing standing(Map<String, Standing> column, String unit) {
    return Optional.ofNullable(column.get(unit)).orElseThrow(() -> new NotFound("unit " + unit));
  }

  private List<ComparisonPage.Part> parts(Edition edition, RoundUnit unit, List<ScoreSheet> group) {
    var decided = standing(edition.units(), unit.code()).sheet();
    var claimed = lines(standing(edition.claimed(), unit.code()).sheet());
    var verified = lines(standing(edition.verified(), unit.code()).sheet());
    var own = lines(decided);
    var all = group.stream().map(Comparisons::lines).toList();
    var parts = new ArrayList<ComparisonPage.Part>();
    for (var section : edition.set().sections()) {
      var rows =
          section
              .scored()
              .map(ScoredCriterion::code)
              .filter(own::containsKey)
              .map(code ->
                  row(
                      edition,
                      unit,
                      line(own, code),
                      line(claimed, code),
                      line(verified, code),
                      all))
              .toList();
      if (!rows.isEmpty()) {
        parts.add(part(section, rows, group));
      }
    }
    return parts;
  }

  private static ComparisonPage.Part part(
      Section section, List<ComparisonPage.Row> rows, List<ScoreSheet> group) {
    return new ComparisonPage.Part(
        section,
        sum(rows.stream().map(ComparisonPage.Row::claimed)),
        sum(rows.stream().map(ComparisonPage.Row::verified)),
        sum(rows.stream().map(ComparisonPage.Row::decided)),
        median(
            group.stream()
                .map(sheet ->
                    sum(
                        sheet.lines().stream()
                            .filter(line -> section.scored().anyMatch(line.criterion()::equals))
                            .map(ScoreLine::points)))
                .toList()),
        rows);
  }

  private static ComparisonPage.Row row(
      Edition edition,
      RoundUnit unit,
      ScoreLine decided,
      ScoreLine claimed,
      ScoreLine verified,
      List<Map<String, ScoreLine>> group) {
    var code = decided.criterion().code();
    return new ComparisonPage.Row(
        code,
        decided.criterion().name(),
        decided.max(),
        claimed.points(),
        verified.points(),
        decided.points(),
        median(
            group.stream()
                .flatMap(lines -> Optional.ofNullable(lines.get(code)).stream())
                .filter(ScoreLine::counts) // the middle of those to whom it applies
                .map(ScoreLine::points)
                .toList()),
        edition.reasons(unit.code(), code));
  }

  private static Map<String, ScoreLine> lines(ScoreSheet sheet) {
    var lines = new LinkedHashMap<String, ScoreLine>();
    sheet.lines().forEach(line -> lines.put(line.criterion().code(), line));
    return lines;
  }

  /** Every column of a unit has a line for every criterion of its group. */
  private static ScoreLine line(Map<String, ScoreLine> lines, String code) {
    return Optional.ofNullable(lines.get(code)).orElseThrow();
  }

  private static Points sum(Stream<Points> points) {
    return points.reduce(Points.NONE, Points::plus);
  }

  /** The middle, half way between the two in the middle of an even number. */
  static Points median(List<Points> points) {
    var sorted = points.stream().sorted().toList();
    int middle = sorted.size() / 2;
    if (sorted.isEmpty()) {
      return Points.NONE;
    }
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).plus(sorted.get(middle)).times(HALF);
  }

  private static List<ComparisonPage.Gap> gaps(
      List<ComparisonPage.Row> rows,
      java.util.function.Function<ComparisonPage.Row, Points> difference) {
    return rows.stream()
        .map(row -> new ComparisonPage.Gap(row.code(), row.name(), difference.apply(row)))
        .filter(gap -> gap.points().value().signum() > 0)
        .sorted(Comparator.comparing(ComparisonPage.Gap::points).reversed())
        .limit(MOST_GAPS)
        .toList();
  }

  private List<ComparisonPage.Next> next(Edition edition, Standing decided, Participation part) {
    var answers = edition.round().answers();
    var policy = edition.round().standings().policy();
    var today = part.now().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    return Advice.of(
            edition.set(),
            new Scorer(edition.set(), policy, answers.notHeld()),
            Peers.of(edition.set(), answers.units()),
            decided.sheet().answers(),
            today)
        .opportunities()
        .stream()
        .limit(MOST_NEXT)
        .map(one -> {
          var step = one.steps().getFirst();
          return new ComparisonPage.Next(one.fact().label(), what(one, step), step.gain());
        })
        .toList();
  }

  private static Sentence what(Advice.Opportunity one, Advice.Step step) {
    return switch (step.to()) {
      case Fact.Day(var date) -> Sentence.of("compare.to", Words.date(date));
      case Fact to -> Sentence.of("compare.to", TypedFact.shown(one.fact(), to));
    };
  }
}
