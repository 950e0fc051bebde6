package thangdiem.comparison;

import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;
import thangdiem.round.Participations;

/** Shows a unit its published result beside what it claimed and beside its group. */
@Controller
class ComparisonController {

  private static final Set<Role> READERS =
      Set.of(Role.CLERK, Role.HEAD, Role.ORGANISER, Role.AUDITOR);

  private final Participations participations;
  private final Comparisons comparisons;
  private final OwnFiles files;

  ComparisonController(Participations participations, Comparisons comparisons, OwnFiles files) {
    this.participations = participations;
    this.comparisons = comparisons;
    this.files = files;
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/comparison")
  String show(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    model.addAttribute("comparison", comparisons.of(participations.of(actor, READERS, key, unit)));
    return "comparison/comparison";
  }

  /** Everything of the published result that concerns the unit, as files. */
  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/assessments/{unit}/comparison.zip")
  ResponseEntity<byte[]> own(Actor actor, @PathVariable String key, @PathVariable String unit) {
    var part = participations.of(actor, READERS, key, unit);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("doi-chieu-%s-%s.zip".formatted(key, part.unit().code()))
                .build()
                .toString())
        .body(files.of(part));
  }
}
