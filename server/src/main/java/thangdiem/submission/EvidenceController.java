package thangdiem.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.evidence.Arrivals;
import thangdiem.evidence.ArrivedFile;
import thangdiem.evidence.Elsewhere;
import thangdiem.evidence.Evidence;
import thangdiem.evidence.EvidenceItem;
import thangdiem.evidence.Inspections;
import thangdiem.evidence.Verdict;
import thangdiem.words.Sentence;

/**
 * The documents of a unit in a round (minh chứng của đơn vị): seen, and added out of a form or in
 * pieces.
 */
@Controller
@RequestMapping("/rounds/{key}/assessments/{unit}/evidence")
class EvidenceController {

  private static final String VIEW = "submission/evidence";
  private static final int UNPROCESSABLE = 422;
  private static final String SHA_256 = "[0-9a-f]{64}";

  private final EvidencePlaces places;
  private final Evidence evidence;
  private final Arrivals arrivals;
  private final Inspections inspections;

  EvidenceController(
      EvidencePlaces places, Evidence evidence, Arrivals arrivals, Inspections inspections) {
    this.places = places;
    this.evidence = evidence;
    this.arrivals = arrivals;
    this.inspections = inspections;
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping
  String list(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String about,
      Model model) {
    show(model, places.at(actor, key, unit), about, "", Map.of());
    return VIEW;
  }

  private void show(
      Model model, EvidencePlace place, String about, String pages, Map<String, Sentence> wrong) {
    var items = evidence.of(place.round().id(), place.unit().unit());
    model.addAttribute(
        "evidence",
        EvidencePage.of(
            place,
            items,
            EvidenceLabels.of(place.assessment().set()),
            elsewhere(place, items),
            about,
            pages,
            wrong));
  }

  private List<Elsewhere> elsewhere(EvidencePlace place, List<EvidenceItem> items) {
    return place.compares()
        ? evidence.elsewhere(
            place.round().id(),
            place.unit().unit(),
            items.stream().map(EvidenceItem::sha256).toList())
        : List.of();
  }

  @Performs(Act.EVIDENCE_ADDED)
  @PostMapping
  String add(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String sha256,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String pages,
      @RequestParam(defaultValue = "") String replaces,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var place = own(actor, key, unit);
    place.requireOpen();
    var labels = EvidenceLabels.of(place.assessment().set());
    var proves = labels.read(about, pages);
    if (proves.isEmpty() && !about.isEmpty()) {
      return again(
          model, response, place, about, pages, "pages", Sentence.of("evidence.wrongPages"));
    }
    var older = older(place, replaces);
    try (var arrived = arrived(actor, place, file, sha256, name)) {
      if (arrived.verdict() instanceof Verdict.Refused refused) {
        return again(model, response, place, about, pages, "file", refused.why());
      }
      var id = evidence.add(actor, place.round().id(), place.unit().unit(), arrived, older, proves);
      inspections.soon(evidence.item(id));
      arrivals.done(actor, arrived.sha256());
    } catch (Refusal refusal) {
      return again(model, response, place, about, pages, "file", refusal.sentence());
    }
    return "redirect:" + place.address();
  }

  private String again(
      Model model,
      HttpServletResponse response,
      EvidencePlace place,
      String about,
      String pages,
      String field,
      Sentence why) {
    response.setStatus(UNPROCESSABLE);
    show(model, place, about, pages, Map.of(field, why));
    return VIEW;
  }

  private EvidencePlace own(Actor actor, String key, String unit) {
    var place = places.at(actor, key, unit);
    if (!place.own()) {
      throw new NotFound("evidence of " + unit + " for somebody who answers for it");
    }
    return place;
  }

  private Optional<UUID> older(EvidencePlace place, String replaces) {
    return replaces.isEmpty()
        ? Optional.empty()
        : Optional.of(
            evidence.of(place.round().id(), place.unit().unit()).stream()
                .filter(item -> item.id().toString().equals(replaces) && item.current())
                .map(EvidenceItem::id)
                .findFirst()
                .orElseThrow(() -> new Refusal("evidence.replaced")));
  }

  private ArrivedFile arrived(
      Actor actor, EvidencePlace place, @Nullable MultipartFile file, String sha256, String name)
      throws IOException {
    if (sha256.matches(SHA_256)) {
      return arrivals.together(actor, place.round().id(), place.unit().unit(), sha256, name);
    }
    if (file == null || file.isEmpty()) {
      throw new Refusal("evidence.empty");
    }
    try (var bytes = file.getInputStream()) {
      return arrivals.whole(Optional.ofNullable(file.getOriginalFilename()).orElse(""), bytes);
    }
  }

  /** How much of a file the server has, so that one goes on from there. */
  @MayOpen({Role.CLERK, Role.HEAD})
  @GetMapping("/pieces")
  ResponseEntity<String> received(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String sha256) {
    var place = own(actor, key, unit);
    return number(
        sha256.matches(SHA_256)
            ? arrivals.received(actor, place.round().id(), place.unit().unit(), sha256)
            : 0);
  }

  /** Takes a piece: until a file is whole and added, it is nothing of the province. */
  @MayOpen({Role.CLERK, Role.HEAD})
  @ChangesNothing
  @PostMapping("/pieces")
  ResponseEntity<String> take(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam(defaultValue = "") String sha256,
      @RequestParam(defaultValue = "-1") int number,
      @RequestParam(required = false) @Nullable MultipartFile piece)
      throws IOException {
    var place = own(actor, key, unit);
    place.requireOpen();
    if (!sha256.matches(SHA_256) || piece == null || piece.getSize() > Arrivals.PIECE) {
      throw new Refusal("evidence.piece");
    }
    return number(
        arrivals.take(
            actor, place.round().id(), place.unit().unit(), sha256, number, piece.getBytes()));
  }

  private static ResponseEntity<String> number(int received) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"received\":" + received + "}");
  }
}
