package thangdiem.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.evidence.Evidence;
import thangdiem.evidence.EvidenceItem;
import thangdiem.evidence.Inspections;
import thangdiem.words.Sentence;

/** One document of a unit (một minh chứng): read, described, cited, withdrawn, given back. */
@Controller
@RequestMapping("/evidence/{id}")
class EvidenceItemController {

  private static final String VIEW = "submission/evidence-item";
  private static final int UNPROCESSABLE = 422;

  private final EvidencePlaces places;
  private final Evidence evidence;
  private final Inspections inspections;

  EvidenceItemController(EvidencePlaces places, Evidence evidence, Inspections inspections) {
    this.places = places;
    this.evidence = evidence;
    this.inspections = inspections;
  }

  private record Found(EvidencePlace place, EvidenceItem item, EvidenceLabels labels) {}

  private Found seen(Actor actor, UUID id) {
    var item = evidence.item(id);
    var place = places.of(actor, item);
    return new Found(place, item, EvidenceLabels.of(place.assessment().set()));
  }

  private Found own(Actor actor, UUID id) {
    var found = seen(actor, id);
    if (!found.place().own()) {
      throw new NotFound("evidence " + id + " for somebody who answers for it");
    }
    found.place().requireOpen();
    return found;
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping
  String look(
      Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
    var found = seen(actor, id);
    show(model, found, EvidenceForm.of(found.item().description()), page, "", "", Map.of());
    return VIEW;
  }

  private void show(
      Model model,
      Found found,
      EvidenceForm form,
      int page,
      String about,
      String pages,
      Map<String, Sentence> wrong) {
    var place = found.place();
    var item = found.item();
    var all = evidence.of(item.round(), item.unit());
    model.addAttribute(
        "document",
        new EvidenceItemPage(
            place.round(),
            place.unit(),
            place.mayChange() && item.current(),
            item,
            older(item, all),
            item.replacedBy().flatMap(newer -> withId(newer, all)),
            inspections.of(item),
            page,
            found.labels(),
            place.compares()
                ? evidence.elsewhere(item.round(), item.unit(), List.of(item.sha256()))
                : List.of(),
            form,
            about,
            pages,
            wrong));
  }

  private static List<EvidenceItem> older(EvidenceItem item, List<EvidenceItem> all) {
    var older = new ArrayList<EvidenceItem>();
    for (var next = item.replaces().flatMap(id -> withId(id, all));
        next.isPresent();
        next = next.get().replaces().flatMap(id -> withId(id, all))) {
      older.add(next.get());
    }
    return older;
  }

  private static Optional<EvidenceItem> withId(UUID id, List<EvidenceItem> all) {
    return all.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  @Performs(Act.EVIDENCE_DESCRIBED)
  @PostMapping
  String describe(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String issuer,
      @RequestParam(defaultValue = "") String issuedOn,
      @RequestParam(defaultValue = "") String subject,
      Model model,
      HttpServletResponse response) {
    var found = own(actor, id);
    var form = new EvidenceForm(number, issuer, issuedOn, subject);
    var mistakes = form.mistakes();
    if (!mistakes.isEmpty()) {
      response.setStatus(UNPROCESSABLE);
      show(model, found, form, 0, "", "", mistakes);
      return VIEW;
    }
    evidence.describe(actor, found.item(), version, form.description());
    return "redirect:/evidence/" + id;
  }

  /** Keeps it from the public for that reason; without a mark, no longer. */
  @Performs(Act.EVIDENCE_KEPT_FROM_PUBLIC)
  @PostMapping("/confidential")
  String keepFromPublic(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "false") boolean kept,
      @RequestParam(defaultValue = "") String because,
      Model model,
      HttpServletResponse response) {
    var found = own(actor, id);
    var mistake = EvidenceForm.mistakeInReason(because);
    if (kept && mistake.isPresent()) {
      response.setStatus(UNPROCESSABLE);
      model.addAttribute("because", because);
      show(
          model,
          found,
          EvidenceForm.of(found.item().description()),
          0,
          "",
          "",
          Map.of("because", mistake.get()));
      return VIEW;
    }
    evidence.keepFromPublic(
        actor, found.item(), version, kept ? Optional.of(because.strip()) : Optional.empty());
    return "redirect:/evidence/" + id + "#cong-bo";
  }

  @Performs(Act.EVIDENCE_CITED)
  @PostMapping("/citations")
  String cite(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String pages,
      Model model,
      HttpServletResponse response) {
    var found = own(actor, id);
    var citation = found.labels().read(about, pages);
    if (citation.isEmpty()) {
      var known = found.labels().read(about).isPresent();
      response.setStatus(UNPROCESSABLE);
      show(
          model,
          found,
          EvidenceForm.of(found.item().description()),
          0,
          about,
          pages,
          known
              ? Map.of("pages", Sentence.of("evidence.wrongPages"))
              : Map.of("about", Sentence.of("evidence.wrongAbout")));
      return VIEW;
    }
    evidence.cite(actor, found.item(), citation.get());
    return "redirect:/evidence/" + id + "#dan";
  }

  @Performs(Act.EVIDENCE_UNCITED)
  @PostMapping("/citations/removed")
  String uncite(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String about) {
    var found = own(actor, id);
    var cited =
        found.item().citations().stream()
            .filter(citation -> citation.about().typed().equals(about))
            .findFirst()
            .orElseThrow(() -> new Refusal("evidence.changedMeanwhile"));
    evidence.uncite(actor, found.item(), cited.about());
    return "redirect:/evidence/" + id + "#dan";
  }

  @Performs(Act.EVIDENCE_WITHDRAWN)
  @PostMapping("/withdrawn")
  String withdraw(Actor actor, @PathVariable UUID id) {
    var found = own(actor, id);
    evidence.withdraw(actor, found.item());
    return "redirect:" + found.place().address();
  }

  /** The bytes, as something to keep and never as a page: what is in them runs nowhere here. */
  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/file")
  void file(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
    var item = seen(actor, id).item();
    try (var bytes = evidence.open(item)) {
      response.setContentType(item.kind().mediaType());
      response.setContentLength(item.size());
      response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename(item.fileName(), StandardCharsets.UTF_8)
              .build()
              .toString());
      bytes.transferTo(response.getOutputStream());
    }
  }

  /** A page as a picture that the inspector has drawn. */
  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping("/pages/{page}")
  ResponseEntity<byte[]> page(Actor actor, @PathVariable UUID id, @PathVariable int page) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .body(inspections.page(seen(actor, id).item(), page));
  }
}
