package thangdiem.benchmarks;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Section;
import thangdiem.ranking.BulkStandings;
import thangdiem.scoring.BulkAnswers;
import thangdiem.scoring.BulkScorer;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Policy;

/**
 * Many units in memory: our columns beside DuckDB and beside plain columns as numpy has them, on
 * the same data. All results must be the same.
 */
final class Million {

  private static final int OUR_RUNS = 25;
  private static final int RUNS = 5;

  private final CriteriaSet set;
  private final int units;

  Million(CriteriaSet set, int units) {
    this.set = set;
    this.units = units;
  }

  void measure(Figures figures) throws SQLException {
    var builder = new BulkAnswers.Builder(set);
    var plain = new PlainColumns(set, units);
    try (var duck = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class)) {
      load(duck, builder, plain);
      var answers = builder.build();
      var scorer = new BulkScorer(set, Policy.DEFAULT, List.of());
      var ours =
          figures.row(
              "Thang Điểm: chấm, xếp loại, 6 thứ hạng chung và 6 trong nhóm",
              figures.inside(OUR_RUNS, () -> BulkStandings.of(scorer.score(answers))),
              Optional.empty());
      figures.row(
          "trong đó chỉ chấm và xếp loại",
          figures.inside(OUR_RUNS, () -> scorer.score(answers)),
          Optional.empty());
      var sql = new DuckSql(set).standings();
      figures.row(
          "DuckDB, bảng rộng, số nguyên: chấm, 6 thứ hạng chung",
          figures.inside(RUNS, () -> execute(duck, sql)),
          Optional.of(ours));
      figures.row(
          "từng cột một lượt, mảng tạm như numpy: chấm, 6 thứ hạng chung",
          figures.inside(RUNS, plain::standings),
          Optional.of(ours));
      var standings = BulkStandings.of(scorer.score(answers));
      same(duck, standings);
      same(plain.standings(), standings);
      figures.note(
          "cả ba cho cùng điểm từng nội dung, tổng và mọi thứ hạng chung của từng đơn vị.");
    }
  }

  private void load(DuckDBConnection duck, BulkAnswers.Builder builder, PlainColumns plain)
      throws SQLException {
    try (var statement = duck.createStatement()) {
      for (var sql : new DuckSql(set).tables()) {
        statement.execute(sql);
      }
    }
    try (var appender = duck.createAppender("main", "facts")) {
      for (int place = 0; place < units; place++) {
        var unit = MadeUp.unit(set, place);
        builder.add(unit);
        plain.put(place, unit);
        appender.beginRow();
        appender.append(place);
        for (var fact : set.facts().values()) {
          switch (unit.facts().get(fact.id())) {
            case Fact.Amount(var value) ->
                appender.append(
                    value.times(Rational.of(DuckSql.TENTHS)).numerator().intValueExact());
            case Fact.YesNo(var yes) -> appender.append(yes);
            case Fact.Day(var date) -> appender.append(Math.toIntExact(date.toEpochDay()));
            case Fact.Chosen(var option) -> appender.append(option);
            case null, default -> appender.appendNull();
          }
        }
        appender.endRow();
      }
    }
  }

  private static void execute(DuckDBConnection duck, String sql) {
    try (var statement = duck.createStatement()) {
      statement.execute("create or replace table standings as " + sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void same(DuckDBConnection duck, BulkStandings ours) throws SQLException {
    var names = set.scoredSections().stream().map(Million::sectionName).toList();
    var columns =
        names.stream().map(name -> name + ", rank_" + name).collect(Collectors.joining(", "));
    try (var statement = duck.createStatement();
        var rows =
            statement.executeQuery(
                "select " + columns + ", total, rank_total from standings order by place")) {
      int place = 0;
      for (; rows.next(); place++) {
        for (int column = 0; column <= names.size(); column++) {
          same(place, column, rows.getInt(2 * column + 1), rows.getInt(2 * column + 2), ours);
        }
      }
      if (place != units) {
        throw new IllegalStateException("DuckDB has " + place + " units");
      }
    }
  }

  private void same(PlainColumns.Result plain, BulkStandings ours) {
    for (int column = 0; column < plain.points().size(); column++) {
      for (int place = 0; place < units; place++) {
        same(
            place,
            column,
            plain.points().get(column)[place],
            plain.ranks().get(column)[place],
            ours);
      }
    }
  }

  /** A section's points and rank, or the total's after those of the sections. */
  private static void same(int place, int column, int points, int rank, BulkStandings ours) {
    boolean total = column == ours.sections().size();
    int ourPoints = (total ? ours.scores().totals() : ours.scores().section(column))[place];
    int ourRank = (total ? ours.overall() : ours.sections().get(column)).overAll()[place];
    if (points != ourPoints || rank != ourRank) {
      throw new IllegalStateException(
          "unit %d, column %d: theirs %d rank %d, ours %d rank %d"
              .formatted(place, column, points, rank, ourPoints, ourRank));
    }
  }

  /** The sections of the scale, by code. */
  static String sectionName(Section section) {
    return "section_" + section.code().toLowerCase(Locale.ROOT);
  }
}
