package thangdiem.verification;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.evidence.Arrivals;
import thangdiem.evidence.Citation;
import thangdiem.evidence.Evidence;
import thangdiem.evidence.Inspections;
import thangdiem.evidence.Verdict;
import thangdiem.submission.Assessment;
import thangdiem.submission.Assessments;
import thangdiem.submission.Frozen;
import thangdiem.words.Sentence;

/** A unit adds documents to what it says (minh chứng bổ sung), while it is asked or given back. */
@Controller
@RequestMapping("/rounds/{key}/assessments/{unit}/findings")
class LaterEvidenceController {

  private static final int UNPROCESSABLE = 422;

  private final Assessments assessments;
  private final HearingPages hearings;
  private final Arrivals arrivals;
  private final Evidence evidence;
  private final Inspections inspections;

  LaterEvidenceController(
      Assessments assessments,
      HearingPages hearings,
      Arrivals arrivals,
      Evidence evidence,
      Inspections inspections) {
    this.assessments = assessments;
    this.hearings = hearings;
    this.arrivals = arrivals;
    this.evidence = evidence;
    this.inspections = inspections;
  }

  /** Adds a document for something that is asked about or given back. */
  @Performs(Act.EVIDENCE_ADDED)
  @PostMapping("/evidence")
  String attach(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String pages,
      HttpServletResponse response,
      Model model)
      throws IOException {
    var place = HearingController.own(assessments.of(actor, key, unit));
    var page = hearings.of(place, HearingPage.Form.EMPTY);
    if (!page.about().containsKey(about)) {
      throw new Refusal("supplement.closed");
    }
    var cited = Citation.readPages(pages);
    if (file == null || file.isEmpty() || cited.isEmpty()) {
      var field = cited.isEmpty() ? "pages" : "file";
      return notTaken(
          model,
          response,
          place,
          about,
          pages,
          field,
          Sentence.of(cited.isEmpty() ? "evidence.wrongPages" : "evidence.empty"));
    }
    try (var bytes = file.getInputStream();
        var arrived =
            arrivals.whole(Optional.ofNullable(file.getOriginalFilename()).orElse(""), bytes)) {
      if (arrived.verdict() instanceof Verdict.Refused refused) {
        return notTaken(model, response, place, about, pages, "file", refused.why());
      }
      var id =
          evidence.add(
              actor,
              place.round().id(),
              place.unit().unit(),
              arrived,
              Optional.empty(),
              Citation.About.read(about).map(what -> new Citation(what, cited.get())));
      inspections.soon(evidence.item(id));
    } catch (Refusal refusal) {
      return notTaken(model, response, place, about, pages, "file", refusal.sentence());
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "supplement.closed");
    }
    return "redirect:" + place.path() + "/findings#minh-chung";
  }

  private String notTaken(
      Model model,
      HttpServletResponse response,
      Assessment place,
      String about,
      String pages,
      String field,
      Sentence why) {
    response.setStatus(UNPROCESSABLE);
    model.addAttribute(
        "findings",
        hearings.of(
            place,
            new HearingPage.Form(
                "evidence", Map.of("about", about, "pages", pages), false, Map.of(field, why))));
    return "verification/findings";
  }
}
