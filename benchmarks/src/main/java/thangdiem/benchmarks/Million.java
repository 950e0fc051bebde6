package thangdiem.benchmarks;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Section;
import thangdiem.ranking.BulkStandings;
import thangdiem.scoring.BulkAnswers;
import thangdiem.scoring.BulkScorer;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Policy;

/** Many units in memory: our columns beside DuckDB on the same data, and beside plain arrays with temporaries as numpy has them. DuckDB's results must be ours. */
final class Million {

  private static final int RUNS = 7;

  private final CriteriaSet set;
  private final int units;

  Million(CriteriaSet set, int units) {
    this.set = set;
    this.units = units;
  }

  void measure(Figures figures) throws SQLException {
    var builder = new BulkAnswers.Builder(set);
    try (var duck = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class)) {
      load(duck, builder);
      var answers = builder.build();
      var scorer = new BulkScorer(set, Policy.DEFAULT, java.util.List.of());
      var ours = figures.row("Thang Điểm, chấm và xếp hạng", figures.inside(RUNS, () -> BulkStandings.of(scorer.score(answers))), Optional.empty());
      figures.row("trong đó chỉ chấm", figures.inside(RUNS, () -> scorer.score(answers)), Optional.empty());
      var sql = new DuckSql(set).standings();
      figures.row("DuckDB, bảng rộng, số nguyên chính xác", figures.inside(3, () -> execute(duck, sql)), Optional.of(ours));
      same(duck, BulkStandings.of(scorer.score(answers)));
      figures.note("DuckDB cho đúng các tổng và thứ hạng chung của Thang Điểm.");
      var plain = new PlainColumns(set, units);
      figures.row("mảng thường, một cột một lượt như numpy (double, sắp xếp)", figures.inside(3, plain::standings), Optional.of(ours));
    }
    figures.note("bộ nhớ đang dùng: " + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20) + " MB");
  }

  private void load(DuckDBConnection duck, BulkAnswers.Builder builder) throws SQLException {
    var columns = set.facts().values().stream().map(fact -> fact.id() + " " + DuckSql.type(fact.type())).collect(Collectors.joining(", "));
    try (var statement = duck.createStatement()) {
      statement.execute("create table facts (place integer, " + columns + ")");
    }
    try (var appender = duck.createAppender("main", "facts")) {
      for (int place = 0; place < units; place++) {
        var unit = MadeUp.unit(set, place);
        builder.add(unit);
        appender.beginRow();
        appender.append(place);
        for (var fact : set.facts().values()) {
          switch (unit.facts().get(fact.id())) {
            case Fact.Amount(var value) -> appender.append(value.times(thangdiem.criteria.Rational.of(DuckSql.TENTHS)).numerator().longValue());
            case Fact.YesNo(var yes) -> appender.append(yes);
            case Fact.Day(var date) -> appender.append(date.toEpochDay());
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
    try (var statement = duck.createStatement();
        var rows = statement.executeQuery("select place, total, rank_total from standings order by place")) {
      for (int place = 0; rows.next(); place++) {
        if (rows.getLong(2) != ours.scores().totals()[place] || rows.getInt(3) != ours.overall().overAll()[place]) {
          throw new IllegalStateException(
              "unit %d: DuckDB %d rank %d, ours %d rank %d"
                  .formatted(place, rows.getLong(2), rows.getInt(3), ours.scores().totals()[place], ours.overall().overAll()[place]));
        }
      }
    }
  }

  /** Criteria as ratios of two columns times a constant, each pass over whole arrays with a temporary, ranks by sorting: what numpy does, without its start-up. */
  private static final class PlainColumns {

    private final double[][] columns;
    private final int[] sectionOf;
    private final int sections;

    PlainColumns(CriteriaSet set, int units) {
      var scored = set.scoredSections();
      sections = scored.size();
      sectionOf = scored.stream().flatMapToInt(section -> section.scored().mapToInt(_ -> scored.indexOf(section))).toArray();
      columns = new double[sectionOf.length][units];
      var random = new java.util.SplittableRandom(1);
      Arrays.stream(columns).forEach(column -> Arrays.setAll(column, _ -> random.nextInt(400)));
    }

    int[][] standings() {
      int units = columns[0].length;
      var sums = new double[sections + 1][units];
      for (int criterion = 0; criterion < columns.length; criterion++) {
        var ratio = new double[units];
        var whole = columns[(criterion + 1) % columns.length];
        for (int i = 0; i < units; i++) {
          ratio[i] = columns[criterion][i] / (whole[i] + 1);
        }
        var points = new double[units];
        for (int i = 0; i < units; i++) {
          points[i] = Math.rint(Math.min(ratio[i], 1) * 1500) / 100;
        }
        var section = sums[sectionOf[criterion]];
        for (int i = 0; i < units; i++) {
          section[i] += points[i];
        }
      }
      for (int section = 0; section < sections; section++) {
        for (int i = 0; i < units; i++) {
          sums[sections][i] += sums[section][i];
        }
      }
      return IntStream.range(0, sums.length).mapToObj(column -> ranks(sums[column])).toArray(int[][]::new);
    }

    private static int[] ranks(double[] values) {
      var sorted = values.clone();
      Arrays.sort(sorted);
      var ranks = new int[values.length];
      for (int i = 0; i < values.length; i++) {
        int at = Arrays.binarySearch(sorted, values[i]);
        while (at + 1 < sorted.length && sorted[at + 1] == values[i]) {
          at++;
        }
        ranks[i] = sorted.length - at;
      }
      return ranks;
    }
  }

  /** The sections of the scale, by code. */
  static String sectionName(Section section) {
    return "section_" + section.code().toLowerCase(java.util.Locale.ROOT);
  }
}
