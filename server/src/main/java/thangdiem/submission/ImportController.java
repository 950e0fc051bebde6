package thangdiem.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.orgunit.Typed;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/**
 * A unit's answers out as a workbook and in again (tải về, nhập từ Excel). The preview gives the
 * file back to the browser, and the confirmation brings it: nothing of it is kept in between.
 */
@Controller
class ImportController {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final String VIEW = "submission/import";
  private static final int LONGEST_FILE_NAME = 100;
  private static final Optional<ImportChoices> NO_CHOICE = Optional.empty();

  private final Assessments assessments;
  private final Sheets sheets;
  private final Imports imports;

  ImportController(Assessments assessments, Sheets sheets, Imports imports) {
    this.assessments = assessments;
    this.sheets = sheets;
    this.imports = imports;
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/workbook.xlsx")
  ResponseEntity<byte[]> workbook(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    var assessment = assessments.of(actor, key, unit);
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(assessment.unit().code() + "-" + key + ".xlsx")
                .build()
                .toString())
        .body(WorkbookFile.write(sheets.of(assessment)));
  }

  @Performs(Act.FACTS_IMPORTED)
  @GetMapping("/rounds/{key}/assessments/{unit}/import")
  String ask(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "0") int taken,
      Model model) {
    var assessment = assessments.toFill(actor, key, unit);
    var done =
        Optional.of(new ImportPage.Notice(true, Sentence.of("import.taken", taken)))
            .filter(_ -> taken > 0);
    return show(model, ImportPage.empty(assessment, done));
  }

  @MayOpen({Role.CLERK, Role.HEAD})
  @ChangesNothing
  @PostMapping("/rounds/{key}/assessments/{unit}/import")
  String preview(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var assessment = assessments.toFill(actor, key, unit);
    var name = name(Optional.ofNullable(file.getOriginalFilename()).orElse(""));
    if (file.getSize() > WorkbookFile.LARGEST) {
      return wrong(
          assessment,
          name,
          BadInput.at(name, "import.tooLarge", WorkbookFile.LARGEST >> 20).mistakes(),
          model,
          response);
    }
    return preview(assessment, name, file.getBytes(), NO_CHOICE, Optional.empty(), model, response);
  }

  /** What the rows that are ticked come to; asked while they are being ticked. */
  @MayOpen({Role.CLERK, Role.HEAD})
  @ChangesNothing
  @PostMapping("/rounds/{key}/assessments/{unit}/import/effect")
  String effect(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String sent,
      @RequestParam(defaultValue = "") List<String> take,
      @RequestParam(defaultValue = "") List<String> claim,
      @RequestParam(defaultValue = "") List<String> unclaim,
      @RequestParam Map<String, String> all,
      Model model,
      HttpServletResponse response) {
    var assessment = assessments.toFill(actor, key, unit);
    var chosen = Optional.of(ImportChoices.typed(take, claim, unclaim, all));
    return preview(assessment, name(name), bytes(sent), chosen, Optional.empty(), model, response);
  }

  @Performs(Act.FACTS_IMPORTED)
  @PostMapping("/rounds/{key}/assessments/{unit}/import/confirmed")
  String confirm(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String sent,
      @RequestParam(defaultValue = "") List<String> take,
      @RequestParam(defaultValue = "") List<String> claim,
      @RequestParam(defaultValue = "") List<String> unclaim,
      @RequestParam Map<String, String> all,
      Model model,
      HttpServletResponse response) {
    var assessment = assessments.toFill(actor, key, unit);
    var bytes = bytes(sent);
    var chosen = ImportChoices.typed(take, claim, unclaim, all);
    if (chosen.isEmpty() || !chosen.unreasoned().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      var lacking =
          chosen.isEmpty()
              ? notice("import.nothingChosen")
              : notice("import.unreasoned", chosen.unreasoned().size());
      return preview(assessment, name(name), bytes, Optional.of(chosen), lacking, model, response);
    }
    try {
      int taken = imports.take(actor, assessment, name(name), bytes, chosen);
      if (taken == chosen.size()) {
        return "redirect:" + assessment.path() + "/import?taken=" + taken;
      }
      response.setStatus(HttpStatus.CONFLICT.value());
      return preview(
          assessment,
          name(name),
          bytes,
          NO_CHOICE,
          notice("import.movedMeanwhile", taken, chosen.size() - taken),
          model,
          response);
    } catch (BadInput input) {
      return wrong(assessment, name(name), input.mistakes(), model, response);
    }
  }

  private String preview(
      Assessment assessment,
      String name,
      byte[] bytes,
      Optional<ImportChoices> chosen,
      Optional<ImportPage.Notice> notice,
      Model model,
      HttpServletResponse response) {
    try {
      var content = WorkbookFile.read(assessment, name, bytes);
      return show(
          model,
          new ImportPage(
              assessment,
              name,
              Optional.of(ImportPlan.of(sheets.of(assessment), content, chosen)),
              Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
              List.of(),
              chosen.map(ImportChoices::unreasoned).orElse(Set.of()),
              notice));
    } catch (BadInput input) {
      return wrong(assessment, name, input.mistakes(), model, response);
    }
  }

  private static String wrong(
      Assessment assessment,
      String name,
      List<Mistake> mistakes,
      Model model,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(
        model,
        new ImportPage(
            assessment, name, Optional.empty(), "", mistakes, Set.of(), Optional.empty()));
  }

  private static String show(Model model, ImportPage page) {
    model.addAttribute("preview", page);
    return VIEW;
  }

  private static Optional<ImportPage.Notice> notice(String key, Object... arguments) {
    return Optional.of(new ImportPage.Notice(false, Sentence.of(key, arguments)));
  }

  private static byte[] bytes(String sent) {
    try {
      return Base64.getUrlDecoder().decode(sent);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** A file's name from outside: its last part, short and visible. */
  private static String name(String sent) {
    var name = Typed.text(sent.replaceAll(".*[/\\\\]", ""));
    return name.length() <= LONGEST_FILE_NAME ? name : name.substring(0, LONGEST_FILE_NAME) + "…";
  }
}
