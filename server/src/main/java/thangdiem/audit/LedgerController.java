package thangdiem.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.proof.LedgerFile;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/**
 * The auditor's page (trang của kiểm toán, thanh tra): search, values at a moment, check now, and
 * the ledger as a file for a check from outside.
 */
@Controller
class LedgerController {

  private static final int CHECKPOINTS_SHOWN = 5;

  private final LedgerSearch search;
  private final LedgerValues values;
  private final LedgerRun run;
  private final LedgerReader reader;
  private final Checkpoints checkpoints;
  private final LedgerSeal seal;
  private final KeptTables tables;
  private final RowNames names;
  private final TransactionTemplate snapshot;

  LedgerController(
      LedgerSearch search,
      LedgerValues values,
      LedgerRun run,
      LedgerReader reader,
      Checkpoints checkpoints,
      LedgerSeal seal,
      KeptTables tables,
      RowNames names,
      PlatformTransactionManager transactions) {
    this.search = search;
    this.values = values;
    this.run = run;
    this.reader = reader;
    this.checkpoints = checkpoints;
    this.seal = seal;
    this.tables = tables;
    this.names = names;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
  }

  @MayOpen(Role.AUDITOR)
  @GetMapping("/ledger")
  String show(@RequestParam Map<String, String> typed, Model model) {
    var wrong = new HashMap<String, Sentence>();
    var until = moment(typed, "until", wrong);
    int skip =
        Optional.ofNullable(typed.get("skip"))
            .filter(text -> text.matches("\\d{1,7}"))
            .map(Integer::parseInt)
            .orElse(0);
    var found =
        search.find(
            new LedgerSearch.Query(
                typed.getOrDefault("text", "").strip(),
                typed.getOrDefault("kind", ""),
                typed.getOrDefault("unit", ""),
                until),
            skip);
    var made = checkpoints.all();
    model.addAttribute(
        "ledger",
        new LedgerPage(
            search.size(),
            reader.untold().size(),
            seal.signer().key().written(),
            checkpoints.alarm(),
            List.copyOf(
                made.subList(Math.max(0, made.size() - CHECKPOINTS_SHOWN), made.size()).reversed()),
            search.units(),
            typed,
            found.subList(0, Math.min(found.size(), LedgerSearch.PAGE)),
            found.size() > LedgerSearch.PAGE
                ? Optional.of(skip + LedgerSearch.PAGE)
                : Optional.empty(),
            run.state(),
            wrong.values().stream().findFirst()));
    return "audit/ledger";
  }

  /** Begins a check; a short one is over when the next page is shown. */
  @MayOpen(Role.AUDITOR)
  @ChangesNothing
  @PostMapping("/ledger/verification")
  String verify() throws InterruptedException {
    checkpoints.make("verification");
    run.begin();
    return "redirect:/ledger/verification";
  }

  /** The check that goes on, or the verdict of the last one. */
  @MayOpen(Role.AUDITOR)
  @GetMapping("/ledger/verification")
  String verification(Model model, HttpServletResponse response) {
    var state = run.state();
    if (state.filter(LedgerRun.State::goesOn).isPresent()) {
      response.setHeader("Refresh", "1");
    }
    model.addAttribute("run", state);
    return "audit/verification";
  }

  /** What the values were at a moment. */
  @MayOpen(Role.AUDITOR)
  @GetMapping("/ledger/values")
  String values(@RequestParam Map<String, String> typed, Model model) {
    var wrong = new HashMap<String, Sentence>();
    var at = moment(typed, "at", wrong);
    var about = search.unitOf(typed.getOrDefault("unit", ""));
    model.addAttribute(
        "values",
        new LedgerPage.Values(
            tables.all().stream().map(KeptTable::name).toList(),
            search.units(),
            typed,
            at.map(
                moment -> values.at(moment, typed.getOrDefault("table", ""), about, names.now())),
            wrong.values().stream().findFirst()));
    return "audit/values";
  }

  private static Optional<OffsetDateTime> moment(
      Map<String, String> typed, String field, Map<String, Sentence> wrong) {
    var text = typed.getOrDefault(field, "").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var moment = VietnamTime.read(text);
    if (moment.isEmpty()) {
      wrong.put(field, Sentence.of("ledger.page.moment", text));
    }
    return moment;
  }

  /** The whole ledger as a file; personal values only when asked for. */
  @MayOpen(Role.AUDITOR)
  @GetMapping("/ledger/export")
  void export(@RequestParam(defaultValue = "false") boolean personal, HttpServletResponse response)
      throws IOException {
    checkpoints.make("export");
    response.setContentType("application/x-ndjson;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"ledger.jsonl\"");
    var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    snapshot.executeWithoutResult(_ -> {
      try {
        LedgerFile.head(out, seal.origin(), seal.signer().key(), search.size());
        reader.each(0, personal, row -> LedgerFile.event(out, row.entry()));
        for (var made : checkpoints.all()) {
          LedgerFile.checkpoint(out, made.note());
        }
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** The latest checkpoint, for somebody to keep elsewhere. */
  @MayOpen
  @GetMapping(path = "/ledger/checkpoint", produces = "text/plain;charset=UTF-8")
  void checkpoint(HttpServletResponse response) throws IOException {
    var note = checkpoints.make("asked").orElseThrow(() -> new NotFound("no checkpoint"));
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"checkpoint.txt\"");
    response.getOutputStream().write(note.getBytes(StandardCharsets.UTF_8));
  }
}
