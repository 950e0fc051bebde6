package thangdiem.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Round;
import thangdiem.exchange.Sha256;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;

/**
 * Publishing a round of thousands of units in the demo, and its public pages under a crowd. The
 * round is put into the database as its council would have left it, past all rules.
 */
final class Publishing {

  private static final int TIMES = 3;
  private static final int YEAR = 2014;
  private static final String ROUND = "/rounds/" + YEAR + "/publication";
  private static final String SITE = "/published/" + YEAR + "/1/vi/";

  /** Each first view is of another page: one that was drawn is kept. */
  private static final List<String> FIRST_VIEWS = List.of("", "by/I", "by/II");

  private final Path root;
  private final Path scratch;
  private final Figures figures;
  private final int units;

  Publishing(Path root, Path scratch, Figures figures, int units) {
    this.root = root;
    this.scratch = scratch;
    this.figures = figures;
    this.units = units;
  }

  void measure() throws Exception {
    figures.title(
        "công bố đợt %,d đơn vị: văn bản, gói kiểm chứng có ký, nhật ký; rồi trang công khai"
            .formatted(units),
        "không có trước; trang công khai 8.000/giây");
    try (var server = ServerProcess.startWith("-Xmx1g", root, scratch, "demo").awaitReady();
        var database = DemoDatabase.owner(scratch)) {
      adopt(database);
      var organiser = Session.of(server.port(), "chutri");
      var published = new double[TIMES];
      var seen = new double[TIMES];
      for (int i = 0; i < TIMES; i++) {
        withdraw(database);
        published[i] = milliseconds(() -> publish(server.port(), organiser));
        var page = SITE + FIRST_VIEWS.get(i);
        seen[i] = milliseconds(() -> view(server.port(), page));
      }
      figures.row("công bố (một yêu cầu)", sorted(published), Optional.empty());
      figures.row("trang xếp hạng đầu tiên sau đó", sorted(seen), Optional.empty());
      figures.note(
          "bộ nhớ sau đó: ứng dụng %d MB, PostgreSQL %d MB"
              .formatted(server.applicationMegabytes(), server.databaseMegabytes()));
      for (var page : List.of(SITE, SITE + "units/u7")) {
        crowd(server.port(), page);
      }
    }
  }

  private void crowd(int port, String page) throws Exception {
    var loads = new ArrayList<Load>();
    for (int round = 0; round <= TIMES; round++) { // The first warms up.
      var readers = new ArrayList<Server.Asking>();
      for (int i = 0; i < Server.CLIENTS; i++) {
        readers.add(new Server.Asking(new Http(port), Http.getPacked(page), 200));
      }
      loads.add(Load.of(readers, Server.SECONDS));
      for (var reader : readers) {
        reader.close();
      }
    }
    figures.rate(page, loads.subList(1, loads.size()), Optional.empty());
  }

  // ── The round ──

  private void adopt(Connection database) throws IOException, SQLException {
    var law = root.resolve("criteria/hau-giang-ict/2017");
    var yaml =
        Files.readString(law.resolve("criteria.yaml")).replace("\nyear: 2017", "\nyear: " + YEAR);
    var source =
        CriteriaSource.read(
            "criteria.yaml",
            yaml,
            "units.yaml",
            Files.readString(law.resolve("units.yaml")),
            Map.of());
    var set = source.file().set();
    var made = MadeUp.round(set, units);
    var answers = new Answers(set.id(), YEAR, "", List.of(), made.units());
    var round = Round.of(source, answers, Policy.DEFAULT);
    var results = Bundle.results(round);
    var bundle = new ByteArrayOutputStream();
    Bundle.write(bundle, round, results);
    var json = new ByteArrayOutputStream();
    AnswersJson.write(json, answers);
    pastTheRules(
        database,
        """
        with law as (select ?::text as yaml)
        insert into round (id, year, name, criteria_id, criteria_yaml, criteria_sha256, policy, phase,
               created_at, opened_at)
        select gen_random_uuid(), %1$d, 'Đợt đo', other.criteria_id, law.yaml, ?, other.policy,
               'ADOPTED', now(), now()
          from law, round other where other.year = 2015
        """
            .formatted(YEAR),
        yaml,
        Sha256.of(yaml));
    pastTheRules(
        database,
        """
        create temp table made as
        select unit.value as sheet, unit.ordinality as place, gen_random_uuid() as id
          from jsonb_array_elements(?::jsonb -> 'units') with ordinality unit
        """,
        json.toString(StandardCharsets.UTF_8));
    pastTheRules(
        database,
        """
        insert into org_unit (id, code, parent, kind, ranking_group, name, official_name, folded, ordinal)
        select made.id, sheet ->> 'unit', province.id, 'agency', sheet ->> 'group', sheet ->> 'name',
               sheet ->> 'name', lower(sheet ->> 'name'), 1000 + place
          from made, org_unit province where province.kind = 'province'
        """);
    pastTheRules(
        database,
        """
        insert into round_unit (round, unit, code, name, ranking_group, ordinal, submitted_at)
        select round.id, made.id, sheet ->> 'unit', sheet ->> 'name', sheet ->> 'group', place, now()
          from made, round where round.year = %d
        """
            .formatted(YEAR));
    pastTheRules(
        database,
        """
        insert into answer (round, unit, fact, value, at)
        select round.id, made.id, fact.key, fact.value::text, now()
          from made cross join lateral jsonb_each(sheet -> 'facts') fact, round
         where round.year = %d
        """
            .formatted(YEAR));
    pastTheRules(
        database,
        """
        insert into round_instant (round, milestone, at)
        select round.id, milestone, other.at - interval '1 year'
          from round_instant other
          join round known on known.id = other.round and known.year = %1$d + 1, round
         where round.year = %1$d
        """
            .formatted(YEAR));
    pastTheRules(
        database,
        """
        insert into adoption (round, version, answers, bundle, sha256, results_sha256, criteria_sha256,
               motion, at, by_account)
        select round.id, 1, ?, ?, ?, ?, round.criteria_sha256, gen_random_uuid(), now(), account.id
          from round, account where round.year = %d limit 1
        """
            .formatted(YEAR),
        json.toByteArray(),
        bundle.toByteArray(),
        Sha256.of(bundle.toByteArray()),
        Sha256.of(results));
  }

  /** As if it had not been published. */
  private static void withdraw(Connection database) throws SQLException {
    pastTheRules(
        database,
        "delete from publication using round where round.id = publication.round and year = "
            + YEAR);
    pastTheRules(database, "update round set phase = 'ADOPTED' where year = " + YEAR);
  }

  private static void pastTheRules(Connection database, String change, Object... values)
      throws SQLException {
    try (var statement = database.prepareStatement(change)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  // ── What is measured ──

  private static void publish(int port, Session organiser) throws IOException {
    var form =
        "_csrf="
            + Session.encoded(organiser.token())
            + "&number="
            + Session.encoded("99/QĐ-UBND")
            + "&on=01/02/2015";
    expect(port, Http.post(ROUND, organiser.cookies(), form), 302);
  }

  private static void view(int port, String page) throws IOException {
    expect(port, Http.getPacked(page), 200);
  }

  private static void expect(int port, byte[] request, int status) throws IOException {
    try (var http = new Http(port)) {
      var answer = http.ask(request);
      if (answer.status() != status) {
        throw new IllegalStateException(answer.status() + " " + answer.text());
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double milliseconds(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static Figures.Measured sorted(double[] times) {
    Arrays.sort(times);
    return new Figures.Measured(times, 0);
  }
}
