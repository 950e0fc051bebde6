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
import thangdiem.proof.LedgerCheck;
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
  private final LedgerVerification verification;
  private final LedgerReader reader;
  private final Checkpoints checkpoints;
  private final LedgerSeal seal;
  private final TransactionTemplate snapshot;

  LedgerController(
      LedgerSearch search,
      LedgerVerification verification,
      LedgerReader reader,
      Checkpoints checkpoints,
      LedgerSeal seal,
      PlatformTransactionManager transactions) {
    this.search = search;
    this.verification = verification;
    this.reader = reader;
    this.checkpoints = checkpoints;
    this.seal = seal;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
  }

  @MayOpen(Role.AUDITOR)
  @GetMapping("/ledger")
  String show(@RequestParam Map<String, String> typed, Model model) {
    return page(typed, Optional.empty(), model);
  }

  @MayOpen(Role.AUDITOR)
  @ChangesNothing
  @PostMapping("/ledger/verification")
  String verify(Model model) {
    checkpoints.make("verification");
    return page(Map.of(), Optional.of(verification.verify()), model);
  }

  private String page(
      Map<String, String> typed, Optional<LedgerCheck.Verdict> verdict, Model model) {
    var wrong = new HashMap<String, Sentence>();
    var until = moment(typed, "until", wrong);
    var at = moment(typed, "at", wrong);
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
            at.map(moment -> search.valuesAt(typed.getOrDefault("unit", ""), moment)),
            verdict,
            wrong.values().stream().findFirst()));
    return "audit/ledger";
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
