package thangdiem.receipt;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import thangdiem.account.Pace;
import thangdiem.account.TooSoon;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.Everyone;
import thangdiem.audit.NotFound;
import thangdiem.audit.Receipts;
import thangdiem.proof.Receipt;
import thangdiem.proof.ReceiptCheck;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/** Holds a receipt against the ledger, for anybody who has one (kiểm tra biên nhận). */
@Controller
class ReceiptController {

  private static final String VIEW = "receipt/receipt";
  private static final int LARGEST = 64 << 10;

  /** What is guessed at, where ways in have a login. */
  private static final String CODES = "(receipt)";

  private final Receipts receipts;
  private final Pace pace;
  private final String baseUrl;

  ReceiptController(
      Receipts receipts,
      Pace pace,
      @Value("${thangdiem.base-url:http://localhost}") String baseUrl) {
    this.receipts = receipts;
    this.pace = pace;
    this.baseUrl = baseUrl;
  }

  @Everyone
  @GetMapping("/receipt")
  String form(Model model) {
    model.addAttribute("asked", ReceiptPage.asking(receipts.key().written()));
    return VIEW;
  }

  /** What was pasted, or the file; nothing of it is kept. */
  @Everyone
  @ChangesNothing
  @PostMapping("/receipt")
  String check(
      @RequestParam(defaultValue = "") String text,
      @RequestParam Optional<MultipartFile> file,
      HttpServletResponse response,
      Model model)
      throws IOException {
    var sent = file.filter(one -> !one.isEmpty());
    if (text.length() > LARGEST || sent.filter(one -> one.getSize() > LARGEST).isPresent()) {
      return refused("", List.of(Sentence.of("receipt.tooLarge", LARGEST >> 10)), response, model);
    }
    var given =
        sent.isPresent() ? new String(sent.get().getBytes(), StandardCharsets.UTF_8) : pasted(text);
    return checked(given, response, model);
  }

  /** A browser sends line breaks as CR LF, and people copy spaces around. */
  private static String pasted(String text) {
    return text.replace("\r\n", "\n").strip() + "\n";
  }

  private String checked(String text, HttpServletResponse response, Model model) {
    try {
      var receipt = Receipt.read("", text);
      var verdict = ReceiptCheck.check(receipt, text, Optional.of(receipts.key()));
      return verdict.holds()
          ? shown(receipt, verdict.size(), "", model)
          : refused(text, verdict.differences(), response, model);
    } catch (BadInput none) {
      return refused(text, none.mistakes().stream().map(Mistake::what).toList(), response, model);
    }
  }

  /** What the QR opens. An unknown code and a wrong one get the same answer. */
  @Everyone
  @GetMapping("/receipt/{code}")
  String open(
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      var attempt = pace.begin(CODES, request);
      var receipt = receipts.find(code);
      if (receipt.isEmpty()) {
        refused("", List.of(Sentence.of("receipt.unknown")), response, model);
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return VIEW;
      }
      pace.passed(attempt);
      var verdict =
          ReceiptCheck.check(receipt.get(), receipt.get().json(), Optional.of(receipts.key()));
      return shown(receipt.get(), verdict.size(), code, model);
    } catch (TooSoon soon) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(soon.seconds()));
      refused("", List.of(Sentence.of("receipt.tooMany", soon.sentence())), response, model);
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      return VIEW;
    }
  }

  /** The file for the unit's records. */
  @Everyone
  @GetMapping("/receipt/{code}/json")
  ResponseEntity<byte[]> file(@PathVariable String code, HttpServletRequest request) {
    return download(
        MediaType.APPLICATION_JSON,
        ".json",
        found(code, request).json().getBytes(StandardCharsets.UTF_8));
  }

  /** The sheet to print. */
  @Everyone
  @GetMapping("/receipt/{code}/pdf")
  ResponseEntity<byte[]> sheet(@PathVariable String code, HttpServletRequest request) {
    var receipt = found(code, request);
    return download(
        MediaType.APPLICATION_PDF,
        ".pdf",
        new ReceiptSheet(receipt, baseUrl + "/receipt/" + code).pdf());
  }

  private Receipt found(String code, HttpServletRequest request) {
    var attempt = pace.begin(CODES, request);
    var receipt = receipts.find(code).orElseThrow(() -> new NotFound("receipt"));
    pace.passed(attempt);
    return receipt;
  }

  private static ResponseEntity<byte[]> download(MediaType type, String ending, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("bien-nhan" + ending).build().toString())
        .body(bytes);
  }

  private String shown(Receipt receipt, long size, String code, Model model) {
    model.addAttribute(
        "asked",
        new ReceiptPage(
            receipts.key().written(),
            "",
            Optional.of(new ReceiptPage.Shown(receipt, size, receipts.holds(receipt))),
            List.of(),
            code));
    return VIEW;
  }

  private String refused(
      String typed, List<Sentence> wrong, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute(
        "asked", new ReceiptPage(receipts.key().written(), typed, Optional.empty(), wrong, ""));
    return VIEW;
  }
}
