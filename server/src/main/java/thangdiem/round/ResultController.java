package thangdiem.round;

import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;

/** What a rehearsal came to, for everybody who is signed in: it is nobody's result. */
@Controller
class ResultController {

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Rounds rounds;
  private final Results results;
  private final ResultTable table;

  ResultController(Rounds rounds, Results results, ResultTable table) {
    this.rounds = rounds;
    this.results = results;
    this.table = table;
  }

  @MayOpen
  @GetMapping("/rounds/{key}/results")
  String standings(
      @PathVariable String key,
      @RequestParam Optional<String> group,
      @RequestParam Optional<String> section,
      Model model) {
    var round = rounds.named(key);
    model.addAttribute("standings", StandingsPage.of(round, results.of(round), group, section));
    return "round/standings";
  }

  @MayOpen
  @GetMapping("/rounds/{key}/results/{unit}")
  String unit(@PathVariable String key, @PathVariable String unit, Model model) {
    var round = rounds.named(key);
    model.addAttribute("result", UnitResultPage.of(round, results.of(round), unit));
    return "round/unit-result";
  }

  @MayOpen
  @GetMapping("/rounds/{key}/results.json")
  ResponseEntity<byte[]> json(@PathVariable String key) {
    var round = rounds.named(key);
    return file(round, "results.json", "application/json", table.results(round.id()));
  }

  @MayOpen
  @GetMapping("/rounds/{key}/results.xlsx")
  ResponseEntity<byte[]> workbook(@PathVariable String key) {
    var round = rounds.named(key);
    return file(round, "results.xlsx", WORKBOOK, table.workbook(round.id()));
  }

  @MayOpen
  @GetMapping("/rounds/{key}/bundle.zip")
  ResponseEntity<byte[]> bundle(@PathVariable String key) {
    var round = rounds.named(key);
    return file(round, "bundle.zip", "application/zip", table.bundle(round.id()));
  }

  private static ResponseEntity<byte[]> file(
      Round round, String name, String type, Optional<byte[]> bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("thang-diem-" + round.key() + "-" + name)
                .build()
                .toString())
        .body(bytes.orElseThrow(() -> new NotFound("result of " + round.key())));
  }
}
