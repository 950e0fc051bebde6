package thangdiem.inspection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * A visit: what is noted at the desk and what a phone sends come in by the same ways (cuộc kiểm
 * tra).
 */
@Controller
@RequestMapping("/rounds/{key}/inspections/{unit}")
class VisitController {

  private static final String VIEW = "inspection/visit";

  private final Visits visits;
  private final Photos photos;
  private final Signing signing;

  VisitController(Visits visits, Photos photos, Signing signing) {
    this.visits = visits;
    this.photos = photos;
    this.signing = signing;
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR, Role.CLERK, Role.HEAD})
  @GetMapping
  String visit(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    model.addAttribute("it", new VisitPage(visits.of(actor, key, unit), Optional.empty()));
    return VIEW;
  }

  @Performs(Act.INSPECTION_NOTED)
  @PostMapping("/entries")
  Object note(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam UUID id,
      @RequestParam(defaultValue = "") String field,
      @RequestParam(defaultValue = "0") int base,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String notedAt,
      HttpServletRequest request,
      HttpServletResponse response) {
    var visit = visits.toNote(actor, key, unit);
    var noting =
        visits.note(actor, visit, id, field, base, value, PhoneTime.read(notedAt, visit.now()));
    if (wantsJson(request)) {
      return told(noting, Words.of(actor.language()));
    }
    return switch (noting) {
      case Noting.Kept _ -> "redirect:" + visit.path() + "#f-" + field.replace(':', '-');
      case Noting.Asked(var question) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield again(
            visit, new VisitPage.Typed(field, value, Optional.of(question), Optional.empty()));
      }
      case Noting.Conflict(var theirs) -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        yield again(
            visit, new VisitPage.Typed(field, value, Optional.empty(), Optional.of(theirs)));
      }
    };
  }

  private static ModelAndView again(Visit visit, VisitPage.Typed typed) {
    return new ModelAndView(VIEW, "it", new VisitPage(visit, Optional.of(typed)));
  }

  private static ResponseEntity<Map<String, Object>> told(Noting noting, Words words) {
    return switch (noting) {
      case Noting.Kept(var version) -> ResponseEntity.ok(Map.of("version", version));
      case Noting.Asked(var question) ->
          ResponseEntity.unprocessableContent().body(Map.of("question", question.in(words)));
      case Noting.Conflict(var theirs) ->
          ResponseEntity.status(HttpStatus.CONFLICT)
              .body(
                  Map.of(
                      "version", theirs.version(),
                      "value", theirs.value(),
                      "by", theirs.by(),
                      "at", VietnamTime.show(theirs.notedAt())));
    };
  }

  @Performs(Act.INSPECTION_PHOTOGRAPHED)
  @PostMapping("/photos")
  Object photograph(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam UUID id,
      @RequestParam(defaultValue = "") String fact,
      @RequestParam(defaultValue = "") String caption,
      @RequestParam(defaultValue = "") String takenAt,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    var visit = visits.toNote(actor, key, unit);
    photos.photograph(
        actor, visit, id, fact, caption, PhoneTime.read(takenAt, visit.now()), file.getBytes());
    return done(request, visit, "#anh");
  }

  /** Withdraws a photograph, with the reason. */
  @Performs(Act.INSPECTION_PHOTO_WITHDRAWN)
  @PostMapping("/photos/{photo}/withdrawn")
  Object withdraw(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable UUID photo,
      @RequestParam(defaultValue = "") String words,
      HttpServletRequest request,
      HttpServletResponse response) {
    var visit = visits.toNote(actor, key, unit);
    var why = Visits.plain(words);
    if (why.isEmpty() || why.length() > Photos.LONGEST_WORDS) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return again(
          visit,
          new VisitPage.Typed(
              "photo:" + photo,
              words,
              Optional.of(Sentence.of("inspection.withdraw.why", Photos.LONGEST_WORDS)),
              Optional.empty()));
    }
    photos.withdraw(actor, visit, photo, why);
    return done(request, visit, "#anh");
  }

  @Performs(Act.INSPECTION_SIGNED)
  @PostMapping("/signatures")
  Object sign(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam UUID id,
      @RequestParam Visit.Side side,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String post,
      @RequestParam(defaultValue = "") String strokes,
      @RequestParam(defaultValue = "") String sha256,
      @RequestParam(defaultValue = "") String signedAt,
      HttpServletRequest request) {
    var visit = visits.toNote(actor, key, unit);
    signing.sign(
        actor,
        visit,
        new Visit.Signature(
            id,
            side,
            Visits.plain(name),
            Visits.plain(post),
            strokes.strip(),
            sha256,
            PhoneTime.read(signedAt, visit.now())));
    return done(request, visit, "#ky");
  }

  @Performs(Act.INSPECTION_CLOSED)
  @PostMapping("/closed")
  Object close(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      HttpServletRequest request) {
    var visit = visits.toNote(actor, key, unit);
    signing.close(actor, visit);
    return done(request, visit, "");
  }

  /** A phone is told in so many words: no page that it is led to can be taken for a yes. */
  private static Object done(HttpServletRequest request, Visit visit, String place) {
    return wantsJson(request)
        ? ResponseEntity.ok(Map.of("kept", true))
        : "redirect:" + visit.path() + place;
  }

  private static boolean wantsJson(HttpServletRequest request) {
    return MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader("Accept"));
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR, Role.CLERK, Role.HEAD})
  @GetMapping("/minutes.docx")
  ResponseEntity<byte[]> docx(Actor actor, @PathVariable String key, @PathVariable String unit) {
    return file(
        signing.docx(visits.of(actor, key, unit)),
        MediaType.parseMediaType(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "bien-ban-kiem-tra-" + unit + ".docx");
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR, Role.CLERK, Role.HEAD})
  @GetMapping("/minutes.pdf")
  ResponseEntity<byte[]> pdf(Actor actor, @PathVariable String key, @PathVariable String unit) {
    return file(
        signing.pdf(visits.of(actor, key, unit)),
        MediaType.APPLICATION_PDF,
        "bien-ban-kiem-tra-" + unit + ".pdf");
  }

  /** As something to keep and never as a page: what is in it runs nowhere here. */
  static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }
}
