package thangdiem.council;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;

/** Corrections of what was adopted (đính chính): proposed by one, approved by two others. */
@Controller
class CorrectionController {

  private static final String CORRECTIONS = "/rounds/{key}/corrections";

  private final Rounds rounds;
  private final CouncilSheets sheets;
  private final Corrections corrections;
  private final Adoptions adoptions;
  private final ChosenCorrection chosen;

  CorrectionController(
      Rounds rounds,
      CouncilSheets sheets,
      Corrections corrections,
      Adoptions adoptions,
      ChosenCorrection chosen) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.corrections = corrections;
    this.adoptions = adoptions;
    this.chosen = chosen;
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping(CORRECTIONS)
  String corrections(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String code,
      Model model) {
    var round = ColumnsController.reported(rounds.named(key));
    return page(actor, round, unit, code, Form.EMPTY, model);
  }

  /** Before a result is adopted there is nothing to correct. */
  private Round adopted(String key) {
    var round = rounds.named(key);
    if (round.phase() != Phase.ADOPTED && round.phase() != Phase.PUBLISHED) {
      throw new Refusal("council.correction.notAdopted");
    }
    return round;
  }

  private String page(Actor actor, Round round, String unit, String code, Form form, Model model) {
    var set = rounds.criteria(round);
    var units = rounds.units(round);
    var versions = adoptions.of(round);
    boolean acts = actor.isAny(Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.CHAIRMAN);
    int latest = versions.isEmpty() ? 0 : versions.getFirst().version();
    model.addAttribute(
        "corrections",
        new CorrectionsPage(
            round,
            set,
            versions,
            rows(actor, round, corrections.of(round), acts, latest),
            units,
            Correctable.of(set),
            unit.isEmpty() || code.isEmpty() || versions.isEmpty()
                ? Optional.empty()
                : Optional.of(chosen.of(round, set, unit, code, form)),
            acts && !versions.isEmpty() && !round.rehearsal(),
            form));
    return "council/corrections";
  }

  private List<CorrectionsPage.Row> rows(
      Actor actor, Round round, List<Correction> all, boolean acts, int latest) {
    var set = rounds.criteria(round);
    var units = rounds.units(round);
    var known =
        all.stream().anyMatch(one -> one.waits(latest))
            ? sheets.all(round)
            : List.<CouncilUnit>of();
    return all.stream()
        .map(one -> {
          var unit = named(units, one.unit());
          boolean waits = one.waits(latest);
          return new CorrectionsPage.Row(
              one,
              unit,
              Titles.of(set, one.code()),
              waits ? Optional.of(effect(round, known, one, unit)) : Optional.empty(),
              acts
                  && waits
                  && !one.account().equals(actor.account())
                  && !one.approvers().contains(actor.account()));
        })
        .toList();
  }

  private Effect effect(Round round, List<CouncilUnit> units, Correction one, RoundUnit unit) {
    return Effect.of(
        round,
        rounds.criteria(round),
        units,
        unit.code(),
        CouncilColumn.corrected(CouncilSheets.of(units, unit.code()).decided(), one));
  }

  private static RoundUnit named(List<RoundUnit> units, UUID id) {
    return units.stream().filter(one -> one.unit().equals(id)).findFirst().orElseThrow();
  }

  /** Proposes; what cannot be kept is shown again with what it would come to. */
  @Performs(Act.CORRECTION_PROPOSED)
  @PostMapping(CORRECTIONS)
  String propose(
      Actor actor,
      @PathVariable String key,
      @RequestParam String unit,
      @RequestParam String code,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = adopted(key);
    var set = rounds.criteria(round);
    var one = sheets.of(round, unit);
    var form = Form.of(typed);
    var proposed = TypedCorrection.read(set, one, code, form, true);
    var document = form.text("document");
    var on = form.day("documentOn");
    if (!form.isFine()) {
      response.setStatus(CouncilController.UNPROCESSABLE);
      return page(actor, round, unit, code, form, model);
    }
    corrections.propose(actor, round, one.unit(), code, proposed, document, on);
    return "redirect:/rounds/" + key + "/corrections";
  }

  @Performs(Act.CORRECTION_APPROVED)
  @PostMapping(CORRECTIONS + "/{correction}/approved")
  String approve(Actor actor, @PathVariable String key, @PathVariable UUID correction) {
    var round = adopted(key);
    corrections.approve(actor, round, corrections.one(round, correction));
    return "redirect:/rounds/" + key + "/corrections";
  }

  @Performs(Act.CORRECTION_WITHDRAWN)
  @PostMapping(CORRECTIONS + "/{correction}/withdrawn")
  String withdraw(
      Actor actor,
      @PathVariable String key,
      @PathVariable UUID correction,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = adopted(key);
    var form = Form.of(typed);
    var words = form.text("withdrawn", Agenda.LONGEST_WORDS);
    if (!form.isFine()) {
      response.setStatus(CouncilController.UNPROCESSABLE);
      return page(actor, round, "", "", form, model);
    }
    corrections.withdraw(actor, round, corrections.one(round, correction), words);
    return "redirect:/rounds/" + key + "/corrections";
  }
}
