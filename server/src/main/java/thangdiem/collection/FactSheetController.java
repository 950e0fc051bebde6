package thangdiem.collection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.submission.Saving;
import thangdiem.submission.ToldSaving;
import thangdiem.words.Words;

/** The sheet of one who is asked, made for a phone (phiếu số liệu). */
@Controller
class FactSheetController {

  private final FactSheets sheets;
  private final MySheetsPages mine;

  FactSheetController(FactSheets sheets, MySheetsPages mine) {
    this.sheets = sheets;
    this.mine = mine;
  }

  /** What the reader has to fill in, and what they collect. */
  @MayOpen({Role.COMMUNE_CLERK, Role.CLERK, Role.HEAD})
  @GetMapping("/sheets")
  String mine(Actor actor, Model model) {
    model.addAttribute("mine", mine.of(actor));
    return "collection/mine";
  }

  @MayOpen({Role.COMMUNE_CLERK, Role.CLERK, Role.HEAD})
  @GetMapping("/rounds/{key}/collections/{unit}/sheets/{asked}")
  String sheet(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String asked,
      Model model) {
    var sheet = sheets.of(actor, key, unit, asked);
    model.addAttribute("sheet", FactSheetPage.of(sheet, Optional.empty()));
    return "collection/sheet";
  }

  @Performs({Act.SHEET_FACT_ANSWERED, Act.SHEET_FACT_CLEARED})
  @PostMapping("/rounds/{key}/collections/{unit}/sheets/{asked}/facts/{fact}")
  Object save(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String asked,
      @PathVariable String fact,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "0") int version,
      HttpServletRequest request,
      HttpServletResponse response) {
    var sheet = sheets.toFill(actor, key, unit, asked);
    var definition = FactSheets.definition(sheet, fact);
    var saving = sheets.save(actor, sheet, fact, value, version);
    if (MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader("Accept"))) {
      return ToldSaving.of(definition, saving, Words.of(actor.language()));
    }
    if (saving instanceof Saving.Saved) {
      return "redirect:" + sheet.path() + "#f-" + fact;
    }
    response.setStatus(
        (saving instanceof Saving.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT)
            .value());
    var typed = new FactSheetPage.Typed(fact, value, version, saving);
    return new ModelAndView(
        "collection/sheet", "sheet", FactSheetPage.of(sheet, Optional.of(typed)));
  }

  @Performs(Act.SHEET_HANDED_IN)
  @PostMapping("/rounds/{key}/collections/{unit}/sheets/{asked}/handed-in")
  String handIn(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String asked) {
    var sheet = sheets.toFill(actor, key, unit, asked);
    sheets.handIn(actor, sheet);
    return "redirect:" + sheet.path();
  }
}
