package thangdiem.collection;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.submission.Assessment;
import thangdiem.submission.Assessments;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/** The collecting unit's pages: who is asked for what, and what it comes to (bảng tổng hợp). */
@Controller
class CollectionController {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Assessments assessments;
  private final Collections collections;
  private final CollectionPages pages;

  CollectionController(Assessments assessments, Collections collections, CollectionPages pages) {
    this.assessments = assessments;
    this.collections = collections;
    this.pages = pages;
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/collections/{unit}")
  String table(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    var assessment = assessments.of(actor, key, unit);
    var page = pages.of(assessment);
    model.addAttribute("assessment", assessment);
    if (page.isEmpty()) {
      model.addAttribute("hasUnitsBelow", collections.choices(assessment).hasUnitsBelow());
      return "collection/none";
    }
    model.addAttribute("table", page.get());
    return "collection/table";
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/collections/{unit}/table.xlsx")
  ResponseEntity<byte[]> workbook(
      Actor actor, @PathVariable String key, @PathVariable String unit) {
    var assessment = assessments.of(actor, key, unit);
    var page = pages.of(assessment).orElseThrow(() -> new NotFound("collection of " + unit));
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("tong-hop-" + assessment.unit().code() + "-" + key + ".xlsx")
                .build()
                .toString())
        .body(pages.workbook(page, Words.of(actor.language())));
  }

  @Performs({Act.COLLECTION_OPENED, Act.COLLECTION_CHANGED})
  @GetMapping("/rounds/{key}/collections/{unit}/setup")
  String setup(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    var assessment = assessments.of(actor, key, unit);
    var choices = collections.choices(assessment);
    var form =
        pages
            .of(assessment)
            .map(page -> CollectionForm.of(page.collection()))
            .orElseGet(() -> CollectionForm.proposed(choices, assessment));
    return setup(assessment, choices, form, Map.of(), model);
  }

  private static String setup(
      Assessment assessment,
      CollectionChoices choices,
      CollectionForm form,
      Map<String, Sentence> wrong,
      Model model) {
    model.addAttribute("setup", new CollectionSetupPage(assessment, choices, form, wrong));
    return "collection/setup";
  }

  @Performs({Act.COLLECTION_OPENED, Act.COLLECTION_CHANGED})
  @PostMapping("/rounds/{key}/collections/{unit}/setup")
  String set(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") List<String> fact,
      @RequestParam(defaultValue = "") List<String> asked,
      @RequestParam(defaultValue = "") String due,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response,
      Model model) {
    var assessment = assessments.toFill(actor, key, unit);
    var choices = collections.choices(assessment);
    var form = new CollectionForm(fact, asked, due.strip(), note.strip(), version);
    var wrong = form.mistakes(choices, assessment);
    if (!wrong.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return setup(assessment, choices, form, wrong, model);
    }
    collections.set(actor, assessment, choices, form);
    return "redirect:" + FactCollection.path(assessment);
  }

  @Performs(Act.COLLECTION_REMINDED)
  @PostMapping("/rounds/{key}/collections/{unit}/reminders")
  String remind(Actor actor, @PathVariable String key, @PathVariable String unit) {
    var assessment = assessments.toFill(actor, key, unit);
    collections.remind(actor, assessment);
    return "redirect:" + FactCollection.path(assessment);
  }

  @Performs(Act.FACT_ANSWERED)
  @PostMapping("/rounds/{key}/collections/{unit}/taken/{fact}")
  String takeOver(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String fact,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "0") int version) {
    var assessment = assessments.toFill(actor, key, unit);
    collections.takeOver(actor, assessment, fact, seen, version);
    return "redirect:" + FactCollection.path(assessment) + "#f-" + fact;
  }
}
