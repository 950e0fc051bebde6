package thangdiem.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A correction among 5,000 units: how long until ranks, grades and what is sensitive say so on the
 * chairman's page, beside the same page when nothing was corrected.
 */
final class Following {

  private static final int CORRECTIONS = 400;
  private static final int WARMING = 300; // a server in use has long compiled what it runs
  private static final String ROUND = "/rounds/2017-dien-tap";
  private static final String GLANCE = ROUND + "/chairman";

  /** Copies of one unit of the rehearsal, each with figures of its own. */
  private static final List<String> MULTIPLY =
      List.of(
          """
          create temporary table model on commit preserve rows as
          select one.*, round.id as of_round
            from round_unit one
            join round on round.id = one.round and round.year = 2017 and round.rehearsal
           where one.submitted_at is not null order by one.code limit 1
          """,
          """
          insert into org_unit (id, code, parent, kind, ranking_group, name, official_name, folded, ordinal)
          select gen_random_uuid(), 'nghin-' || n, unit.parent, unit.kind, unit.ranking_group,
                 'Đơn vị thứ ' || n, 'Đơn vị thứ ' || n, 'don vi thu ' || n, 1000 + n
            from model join org_unit unit on unit.id = model.unit, generate_series(1, %d) n
          """,
          """
          insert into round_unit (round, unit, code, name, ranking_group, ordinal, submitted_at)
          select model.round, unit.id, unit.code, unit.name, model.ranking_group, unit.ordinal,
                 model.submitted_at
            from model, org_unit unit where unit.code like 'nghin-%%'
          """,
          """
          insert into answer (round, unit, fact, value, at)
          select answer.round, unit.id, answer.fact,
                 case when answer.value ~ '^[0-9]{1,6}$'
                      then (answer.value::int * (60 + abs(hashtext(unit.code || answer.fact)) %% 40) / 100)::text
                      else answer.value end,
                 answer.at
            from model
            join answer on answer.round = model.round and answer.unit = model.unit,
                 org_unit unit where unit.code like 'nghin-%%'
          """,
          """
          insert into verification_task (round, unit, section, place, account, at, by_account)
          select model.round, unit.id, 'I', 1, account.id, model.submitted_at, account.id
            from model, account, org_unit unit
           where account.login = 'thamdinh' and unit.code like 'nghin-%%'
          """,
          // What the server has kept of the round is read again.
          """
          insert into verification_change (round, unit, transaction, added)
          select round, unit, pg_current_xact_id(), pg_current_xact_id() from model
          on conflict (round, unit) do update
            set transaction = excluded.transaction, added = excluded.added
          """);

  private final Path root;
  private final Path scratch;
  private final Figures figures;

  Following(Path root, Path scratch, Figures figures) {
    this.root = root;
    this.scratch = scratch;
    this.figures = figures;
  }

  void measure(int units) throws Exception {
    try (var server = ServerProcess.start(root, scratch, "demo").awaitReady()) {
      try (var database = DemoDatabase.owner(scratch)) {
        multiply(database, units - 32);
      }
      var verifier = Session.of(server.port(), "thamdinh");
      var chairman = Session.of(server.port(), "lanhdao");
      var saved = new ArrayList<Double>();
      var first = new ArrayList<Double>();
      var again = new ArrayList<Double>();
      var behind = new ArrayList<Double>();
      long begin = System.nanoTime();
      chairman.page(server.port(), GLANCE);
      double whole = (System.nanoTime() - begin) / 1e6;
      for (int i = 1; i <= CORRECTIONS; i++) {
        double save = correct(server.port(), verifier, "nghin-" + (i * 7 + 3), i);
        double follows = page(server.port(), chairman);
        double still = page(server.port(), chairman);
        if (i > WARMING) {
          saved.add(save);
          first.add(follows);
          again.add(still);
          behind.add(follows - still);
        }
      }
      figures.title(
          "demo: %d đơn vị, một người thẩm định sửa một số liệu, lãnh đạo mở toàn cảnh (hạng, loại, việc nhạy cảm)"
              .formatted(units),
          "thứ hạng theo kịp trong 2 ms sau khi lưu");
      var ours =
          figures.row("trang toàn cảnh, ngay sau khi sửa", measured(first), Optional.empty());
      figures.row("trang ấy khi không ai sửa gì", measured(again), Optional.of(ours));
      figures.row(
          "sửa một số liệu (lưu, nhật ký, tìm việc kế tiếp)", measured(saved), Optional.of(ours));
      figures.note(
          "theo kịp một lần sửa: %.1f ms (trung vị của %d hiệu, mỗi hiệu là trang ngay sau khi sửa trừ trang sau đó); lần đọc đầu tiên của cả đợt: %.0f ms; ứng dụng %d MB"
              .formatted(
                  measured(behind).median(), behind.size(), whole, server.applicationMegabytes()));
    }
  }

  private static void multiply(Connection database, int copies) throws SQLException {
    try (var sql = database.createStatement()) {
      for (var change : MULTIPLY) {
        sql.execute(change.formatted(copies));
      }
      sql.execute("analyze");
    }
  }

  private static Figures.Measured measured(List<Double> times) {
    var sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Figures.Measured(sorted, 0);
  }

  private static double correct(int port, Session verifier, String unit, int number)
      throws IOException {
    var form =
        "_csrf=%s&verdict=CORRECTED&ground=COUNTED_OTHERWISE&words=%s&seen=0&f.computers=%d"
            .formatted(
                Session.encoded(verifier.token()), Session.encoded("Đếm lại"), 1 + number % 5);
    return asked(
        port, Http.post(ROUND + "/verification/" + unit + "/I.1", verifier.cookies(), form), 302);
  }

  private static double page(int port, Session session) throws IOException {
    return asked(port, Http.get(GLANCE, session.cookies()), 200);
  }

  private static double asked(int port, byte[] request, int status) throws IOException {
    try (var http = new Http(port)) {
      long begin = System.nanoTime();
      var answer = http.ask(request);
      double took = (System.nanoTime() - begin) / 1e6;
      if (answer.status() != status) {
        throw new IllegalStateException(answer.status() + ": " + answer.text());
      }
      return took;
    }
  }
}
