package thangdiem.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import thangdiem.Installation;
import thangdiem.Province;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.proof.LedgerFile;

/**
 * The real server is killed while people change things – the application, PostgreSQL, both – and
 * everything that was acknowledged is there afterwards, with its event, in a ledger that holds. How
 * many times: {@code -Dthangdiem.crashes=20}; from which seed: {@code -Dthangdiem.seed=1}.
 */
class CrashTest {

  private static final int CLIENTS = 4;
  private static final int FIRST_YEAR = 2040;
  private static final int CRASHES = Integer.getInteger("thangdiem.crashes", 3);
  private static final long SEED = Long.getLong("thangdiem.seed", 1663);
  private static final Path REPORT = Path.of("target", "crashes.txt");

  private enum Victim {
    APPLICATION,
    POSTGRES,
    BOTH
  }

  private final Random random = new Random(SEED);
  private final List<Client> clients = new ArrayList<>();
  private final Map<String, String> held = new TreeMap<>();

  @Test
  void nothingAcknowledgedIsLostHoweverItIsKilled() throws Exception {
    Files.createDirectories(Path.of("target"));
    var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "crash");
    int port = freePort();
    var people = prepare(home);
    var server = new ServerProcess(home, port);
    try {
      server.awaitReady();
      var auditor = new Visitor(port).signedIn(people.getLast());
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(new Client(new Visitor(port).signedIn(people.get(i)), FIRST_YEAR + i));
      }
      for (int run = 0; run < CRASHES; run++) {
        crash(server, Victim.values()[run % 3], run);
        check(home, auditor, run);
      }
    } finally {
      server.stop();
    }
    assertThat(server.postgres()).isEmpty();
  }

  /** An installation with people; the last of them is the auditor. */
  private static List<String> prepare(Path home) {
    var people = new ArrayList<String>();
    try (var installation = Installation.at(home)) {
      var province = installation.bean(Province.class);
      for (int i = 0; i < CLIENTS; i++) {
        people.add(province.somebody(Role.ORGANISER).login());
      }
      people.add(province.somebody(Role.AUDITOR).login());
    }
    return people;
  }

  private void crash(ServerProcess server, Victim victim, int run) throws Exception {
    int before = acknowledged();
    var working = clients.stream().map(Thread.ofVirtual()::start).toList();
    // At a moment of the seed's choosing, and never before somebody has been answered, the first
    // time everybody.
    Thread.sleep(200 + random.nextInt(1500));
    while (acknowledged() == before
        || clients.stream().anyMatch(client -> client.acknowledged().isEmpty())) {
      Thread.sleep(5);
    }
    switch (victim) {
      case APPLICATION -> server.killApplication();
      case POSTGRES -> server.killPostgres();
      case BOTH -> server.killBoth();
    }
    clients.forEach(Client::rest);
    if (victim != Victim.POSTGRES) {
      server.startAgain();
    }
    var ready = server.awaitReady();
    for (var thread : working) {
      thread.join();
    }
    report(
        "%2d %-11s ready after %5d ms, %d acknowledged so far, %d without an answer"
            .formatted(
                run + 1,
                victim,
                ready.toMillis(),
                acknowledged(),
                clients.stream().mapToInt(client -> client.unknown().size()).sum()));
    assertThat(ready).isLessThan(Duration.ofSeconds(90));
  }

  private int acknowledged() {
    return clients.stream().mapToInt(client -> client.acknowledged().size()).sum();
  }

  private void check(Path home, Visitor auditor, int run) throws IOException {
    // PostgreSQL may be the one that starts again: this page waits for it.
    var export = auditor.get("/ledger/export?personal=true");
    assertThat(export.statusCode()).isEqualTo(200);
    var file = home.resolve("ledger.jsonl");
    Files.writeString(file, export.body(), StandardCharsets.UTF_8);
    var verdict = LedgerFile.check(file, held, Optional.empty());
    assertThat(verdict.differences()).isEmpty();
    held.put("kept after run " + run, auditor.get("/ledger/checkpoint").body());
    auditor.post("/ledger/verification", Map.of());
    assertThat(verdict(auditor)).contains("<div class=\"verdict st-equal\"");

    var sql = superuser(home);
    for (var client : clients) {
      var day = client.year() + "-05-01";
      var said =
          sql.queryForList(
              """
              select event.payload::jsonb -> 'data' ->> ? as name
                from ledger_leaf leaf join ledger_event event on event.event = leaf.event
               where event.kind = 'HOLIDAYS_SET' and event.payload::jsonb -> 'data' ->> ? <> ''
               order by leaf.position
              """,
              String.class,
              day,
              day);
      assertThat(said).doesNotHaveDuplicates().containsAll(client.acknowledged());
      assertThat(client.acknowledged()).isNotEmpty();
      assertThat(client.refused()).isEmpty();
      assertThat(
              sql.queryForList(
                  "select name from calendar_day where day = ?::date", String.class, day))
          .containsExactly(said.getLast());
    }
  }

  private static String verdict(Visitor auditor) {
    var page = auditor.get("/ledger/verification").body();
    return page.contains("verdict st-waiting") ? verdict(auditor) : page;
  }

  private static JdbcTemplate superuser(Path home) throws IOException {
    int port =
        Integer.parseInt(
            Files.readAllLines(home.resolve("data").resolve("postmaster.pid")).get(3).strip());
    return new JdbcTemplate(
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:" + port + "/thangdiem",
            "postgres",
            Files.readString(home.resolve("secrets").resolve("postgres.password")).strip()));
  }

  private static void report(String line) throws IOException {
    Files.writeString(
        REPORT,
        line + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
