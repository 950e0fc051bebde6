package thangdiem.deduction;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import thangdiem.audit.Role;
import thangdiem.round.Participation;
import thangdiem.round.Participations;
import thangdiem.words.Sentence;

/** What a unit was told of its deductions, and its own words to them (giải trình). */
@Controller
@RequestMapping("/rounds/{key}/assessments/{unit}/deductions")
class OwnDeductionsController {

  private static final List<Role> READERS = List.of(Role.CLERK, Role.HEAD);
  private static final String ACCEPTS = "accepts";
  private static final String CONTESTS = "contests";

  private final Participations participations;
  private final Deductions deductions;
  private final DeductionHearings hearings;

  OwnDeductionsController(
      Participations participations, Deductions deductions, DeductionHearings hearings) {
    this.participations = participations;
    this.deductions = deductions;
    this.hearings = hearings;
  }

  @MayOpen({Role.CLERK, Role.HEAD})
  @GetMapping
  String all(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    var part = participations.of(actor, READERS, key, unit);
    return show(actor, part, Optional.empty(), "", "", Map.of(), model);
  }

  private String show(
      Actor actor,
      Participation part,
      Optional<UUID> answering,
      String stance,
      String words,
      Map<String, Sentence> wrong,
      Model model) {
    model.addAttribute(
        "deductions",
        new OwnDeductionsPage(
            part,
            deductions.toldTo(part.round(), part.unit(), actor),
            answering,
            stance,
            words,
            wrong));
    return "deduction/own";
  }

  private DeductionCase told(Actor actor, Participation part, UUID id) {
    return deductions.toldTo(part.round(), part.unit(), actor).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("deduction " + id + " for " + part.unit().code()));
  }

  @MayOpen({Role.CLERK, Role.HEAD})
  @GetMapping("/{id}/capture")
  ResponseEntity<byte[]> capture(
      Actor actor, @PathVariable String key, @PathVariable String unit, @PathVariable UUID id) {
    var part = participations.of(actor, READERS, key, unit);
    var capture =
        told(actor, part, id).capture().orElseThrow(() -> new NotFound("capture of " + id));
    return CaptureFile.of(capture, deductions.bytes(capture));
  }

  @Performs(Act.DEDUCTION_EXPLAINED)
  @PostMapping("/{id}/explanation")
  String explain(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String stance,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    var part = participations.of(actor, READERS, key, unit);
    var one = told(actor, part, id);
    var wrong = new LinkedHashMap<String, Sentence>();
    if (!List.of(ACCEPTS, CONTESTS).contains(stance)) {
      wrong.put("stance", Sentence.of("deduction.wrong.stance"));
    }
    TypedWords.mistake(words).ifPresent(mistake -> wrong.put("words", mistake));
    if (!wrong.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(actor, part, Optional.of(id), stance, words, wrong, model);
    }
    hearings.explain(actor, part.round(), one, stance.equals(ACCEPTS), words.strip());
    return "redirect:/rounds/" + key + "/assessments/" + unit + "/deductions#" + id;
  }
}
