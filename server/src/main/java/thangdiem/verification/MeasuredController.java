package thangdiem.verification;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.round.Rounds;

/** Takes over what was measured on the spot (lấy số đo tại chỗ): one press, a finding like any. */
@Controller
class MeasuredController {

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final Findings findings;

  MeasuredController(Rounds rounds, VerifiedSheets sheets, Findings findings) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.findings = findings;
  }

  @Performs({Act.CRITERION_JUDGED, Act.DISAGREEMENT_SETTLED})
  @PostMapping("/rounds/{key}/verification/{unit}/{code}/measured")
  String take(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String code,
      @RequestParam(defaultValue = "0") long seen) {
    var round = VerificationController.notBefore(rounds.named(key));
    var criterion =
        rounds
            .criteria(round)
            .scored()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new NotFound("criterion " + code));
    findings.takeMeasured(actor, round, sheets.of(round, unit), criterion, seen);
    return "redirect:/rounds/" + key + "/verification/next";
  }
}
