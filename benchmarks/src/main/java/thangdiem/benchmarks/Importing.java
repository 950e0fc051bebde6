package thangdiem.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Rational;
import thangdiem.exchange.AnswersTemplate;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;

/**
 * Workbooks taken over, each with every answer of a unit: what somebody confirms after the preview,
 * beside as many rows of answers and of a journal that PostgreSQL is given without us. The clients
 * are clerks of as many units; each brings two files in turn, so that every answer changes.
 */
final class Importing {

  /** A workbook takes long ways through the program: they are compiled after thousands of them. */
  private static final int WARMING = 4;

  private static final int ROUNDS = 3;
  private static final List<String> PREPARE =
      List.of(
          "update round_unit set submitted_at = null from round where round.id = round_unit.round and round.year = 2017 and not round.rehearsal",
          """
          insert into account_role (account, role, unit)
          select account.id, 'CLERK', province.id from account, org_unit province
           where account.login = 'canbo' and province.kind = 'province'
          """,
          """
          create table bench_answer (round uuid, unit uuid, fact text, value text, version int, at timestamptz,
            by_account uuid, primary key (round, unit, fact))
          """,
          "create table bench_journal (id uuid primary key, round uuid, unit uuid, fact text, value text, at timestamptz)",
          "grant select, insert, update on bench_answer, bench_journal to thangdiem_app");

  private final Path root;
  private final Path scratch;
  private final Figures figures;
  private final CriteriaSet set;

  Importing(Path root, Path scratch, Figures figures, CriteriaSet set) {
    this.root = root;
    this.scratch = scratch;
    this.figures = figures;
    this.set = set;
  }

  /** A unit that fills in the sheet of 2017. */
  private record Filling(String id, String round, String code, String group) {}

  void measure() throws Exception {
    try (var server = ServerProcess.start(root, scratch, "demo").awaitReady()) {
      var units = new ArrayList<Filling>();
      try (var owner = DemoDatabase.owner(scratch);
          var statement = owner.createStatement()) {
        for (var change : PREPARE) {
          statement.execute(change);
        }
        try (var row =
            statement.executeQuery(
                """
                select unit, round.id, code, ranking_group from round_unit
                  join round on round.id = round_unit.round and year = 2017 and not rehearsal
                 order by ordinal limit %d
                """
                    .formatted(Server.CLIENTS))) {
          while (row.next()) {
            units.add(
                new Filling(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
          }
        }
      }
      measure(server, units);
    }
  }

  private void measure(ServerProcess server, List<Filling> units) throws Exception {
    var ours = new ArrayList<Load>();
    var raw = new ArrayList<Load>();
    int values = facts(units.getFirst(), 0).size();
    double[] spent = new double[2];
    long taken = 0;
    for (int round = 0; round < WARMING; round++) {
      turn(imports(server, units), Optional.empty(), spent);
    }
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(turn(imports(server, units), Optional.of(server), spent));
      taken += Math.round(ours.getLast().perSecond() * Server.SECONDS);
      raw.add(turn(raws(units, values), Optional.empty(), spent));
    }
    figures.title(
        "demo: %d cán bộ, mỗi lần nhập một tệp Excel đủ %d số liệu đều khác trước (quyền, so phiên bản, nhật ký, fsync)"
            .formatted(units.size(), values),
        "40.000 giá trị/giây; DHIS2: 1.846");
    var median = figures.rate("tệp", ours, Optional.empty());
    figures.rate(
        "cùng số dòng và một dòng nhật ký cho mỗi dòng, JDBC thẳng", raw, Optional.of(median));
    figures.note(
        String.format(
            Locale.ROOT,
            "%.0f giá trị/giây; mỗi giá trị tốn %.1f µs của ứng dụng và %.1f µs của PostgreSQL",
            median.perSecond() * values,
            spent[0] * 1e6 / taken / values,
            spent[1] * 1e6 / taken / values));
  }

  private static Load turn(
      List<? extends Load.Client> clients, Optional<ServerProcess> server, double[] spent)
      throws Exception {
    double application = server.isPresent() ? server.get().applicationSeconds() : 0;
    double database = server.isPresent() ? server.get().databaseSeconds() : 0;
    var load = Load.of(clients, Server.SECONDS);
    if (server.isPresent()) {
      spent[0] += server.get().applicationSeconds() - application;
      spent[1] += server.get().databaseSeconds() - database;
    }
    for (var client : clients) {
      client.close();
    }
    return load;
  }

  private List<Load.Client> imports(ServerProcess server, List<Filling> units) throws Exception {
    var all = new ArrayList<Load.Client>();
    for (var unit : units) {
      all.add(
          new Confirming(
              new Http(server.port()),
              DemoDatabase.connect(scratch),
              Session.of(server.port(), "canbo"),
              unit,
              List.of(workbook(unit, 0), workbook(unit, 1)),
              List.copyOf(facts(unit, 0).keySet())));
    }
    return all;
  }

  private List<Load.Client> raws(List<Filling> units, int values) throws Exception {
    var all = new ArrayList<Load.Client>();
    for (var unit : units) {
      all.add(new RawImport(DemoDatabase.connect(scratch), unit.round(), unit.id(), values));
    }
    return all;
  }

  // ── The files ──

  /** The answers of a unit in one of its two files: no answer is the same in both. */
  private Map<String, Fact> facts(Filling unit, int file) {
    var facts = new TreeMap<String, Fact>();
    var first = MadeUp.unit(set, unit.code().hashCode() & 0xffff).facts();
    set.facts()
        .values()
        .forEach(fact -> {
          switch (Objects.requireNonNull(first.get(fact.id()))) {
            case Fact.Amount(var amount) ->
                facts.put(fact.id(), new Fact.Amount(file == 0 ? amount : other(amount)));
            case Fact.YesNo(var yes) -> facts.put(fact.id(), new Fact.YesNo(yes ^ file == 1));
            case Fact.Day(var day) -> facts.put(fact.id(), new Fact.Day(day.plusDays(file)));
            case Fact.Chosen _ ->
                facts.put(
                    fact.id(),
                    new Fact.Chosen(fact.options().get(file % fact.options().size()).id()));
            default -> {}
          }
        });
    return facts;
  }

  private static Rational other(Rational amount) {
    return amount.signum() == 0 ? Rational.ONE : amount.minus(Rational.ONE).max(Rational.ZERO);
  }

  private String workbook(Filling unit, int file) throws IOException {
    var out = new ByteArrayOutputStream();
    AnswersTemplate.write(
        out,
        set,
        new Answers(
            set.id(),
            set.year(),
            "",
            List.of(),
            List.of(
                new UnitAnswers(
                    unit.code(),
                    unit.code(),
                    unit.group(),
                    facts(unit, file),
                    Map.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    true))));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
  }

  /** A clerk who confirms one file after the other. */
  private record Confirming(
      Http http,
      Connection database,
      Session clerk,
      Filling unit,
      List<String> files,
      List<String> facts,
      int[] next)
      implements Load.Client {

    Confirming(
        Http http,
        Connection database,
        Session clerk,
        Filling unit,
        List<String> files,
        List<String> facts) {
      this(http, database, clerk, unit, files, facts, new int[1]);
    }

    @Override
    public boolean once() throws Exception {
      var form =
          new StringBuilder("_csrf=")
              .append(Session.encoded(clerk.token()))
              .append("&name=so-lieu.xlsx&sent=")
              .append(files.get(next[0]++ % files.size()));
      var versions = versions();
      facts.forEach(fact ->
          form.append("&take=").append(fact).append("%3D").append(versions.getOrDefault(fact, 0)));
      var answer =
          http.ask(
              Http.post(
                  "/rounds/2017/assessments/" + unit.code() + "/import/confirmed",
                  clerk.cookies(),
                  form.toString()));
      return answer.status() == 302;
    }

    /** As the boxes of the preview would say them. */
    private Map<String, Integer> versions() throws SQLException {
      var versions = new TreeMap<String, Integer>();
      try (var ask =
          database.prepareStatement(
              "select fact, version from answer where round = ?::uuid and unit = ?::uuid")) {
        ask.setString(1, unit.round());
        ask.setString(2, unit.id());
        try (var row = ask.executeQuery()) {
          while (row.next()) {
            versions.put(row.getString(1), row.getInt(2));
          }
        }
      }
      return versions;
    }

    @Override
    public void close() throws Exception {
      http.close();
      database.close();
    }
  }
}
