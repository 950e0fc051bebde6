package thangdiem.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The check of a long ledger, on the auditor's page and from outside. */
final class Ledger {

  private static final int EVENTS = 200_000;
  private static final int RUNS = 5;

  private final Path root;
  private final Path scratch;
  private final Figures figures;
  private final Commands commands;

  Ledger(Path root, Path scratch, Figures figures, Commands commands) {
    this.root = root;
    this.scratch = scratch;
    this.figures = figures;
    this.commands = commands;
  }

  void measure() throws Exception {
    figures.title("nhật ký %,d sự kiện: kiểm tra tất cả".formatted(EVENTS), "dưới 2 giây");
    try (var server = ServerProcess.start(root, scratch, "demo").awaitReady()) {
      try (var connection = DemoDatabase.connect(scratch)) {
        LedgerEvents.add(connection, EVENTS);
      }
      try (var http = new Http(server.port())) {
        var auditor = Session.of(server.port(), "kiemtoan");
        // Signs the new events before anything is timed; that is done every five minutes anyway.
        http.ask(Http.get("/ledger/checkpoint", auditor.cookies()));
        var first = new Figures.Measured(new double[] {check(http, auditor)}, 0);
        figures.row("trang của kiểm toán, lần đầu sau khi khởi động", first, Optional.empty());
        var times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
          times[i] = check(http, auditor);
        }
        Arrays.sort(times);
        figures.row(
            "trang của kiểm toán, các lần sau", new Figures.Measured(times, 0), Optional.empty());
        var file = scratch.resolve("ledger.jsonl");
        Files.write(
            file, http.ask(Http.get("/ledger/export?personal=true", auditor.cookies())).body());
        figures.row(
            "./thangdiem verify-ledger, cả tiến trình (tệp %d MB)"
                .formatted(Files.size(file) >> 20),
            figures.processes(
                RUNS, () -> commands.launcher(List.of("verify-ledger", file.toString()))),
            Optional.empty());
      }
    }
  }

  /** From the press of the button until the page says that all is well, in milliseconds. */
  private static double check(Http http, Session auditor) throws Exception {
    long begin = System.nanoTime();
    var form = "_csrf=" + Session.encoded(auditor.token());
    http.ask(Http.post("/ledger/verification", auditor.cookies(), form));
    while (true) {
      var page = http.ask(Http.get("/ledger/verification", auditor.cookies())).text();
      if (page.contains("verdict st-equal")) {
        return (System.nanoTime() - begin) / 1e6;
      }
      if (!page.contains("verdict st-waiting")) {
        throw new IllegalStateException("the ledger does not hold: " + page);
      }
      Thread.sleep(20);
    }
  }
}
