package thangdiem.submission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Section;
import thangdiem.words.Words;

/**
 * Keeps one answer (lưu một số liệu). A browser with script is told in JSON what became of it; one
 * without gets the page again.
 */
@Controller
class FactController {

  private final Assessments assessments;
  private final Facts facts;
  private final FormPages pages;

  FactController(Assessments assessments, Facts facts, FormPages pages) {
    this.assessments = assessments;
    this.facts = facts;
    this.pages = pages;
  }

  @Performs({Act.FACT_ANSWERED, Act.FACT_CLEARED})
  @PostMapping("/rounds/{key}/assessments/{unit}/facts/{fact}")
  Object save(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String fact,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "0") int version,
      HttpServletRequest request,
      HttpServletResponse response) {
    var assessment = assessments.toFill(actor, key, unit);
    var definition = Facts.definition(assessment, fact);
    var saving = facts.save(actor, assessment, fact, value, version);
    if (MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader("Accept"))) {
      return ToldSaving.of(definition, saving, Words.of(actor.language()));
    }
    return shown(assessment, definition, value, version, saving, response);
  }

  private Object shown(
      Assessment assessment,
      FactDefinition fact,
      String value,
      int version,
      Saving saving,
      HttpServletResponse response) {
    return switch (saving) {
      case Saving.Saved _ ->
          "redirect:"
              + assessment.path()
              + "/sections/"
              + section(assessment, fact.id())
              + "#f-"
              + fact.id();
      case Saving.Conflict(var theirs) -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        yield page(
            assessment,
            new FormPages.Typed(
                fact.id(),
                value,
                theirs.version(),
                Optional.empty(),
                Optional.of(
                    new FormPage.Other(
                        FormPages.shown(fact, theirs.value()),
                        theirs.version(),
                        theirs.at().orElse(assessment.now()),
                        theirs.by().orElse("")))));
      }
      case Saving.Asked(var question) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(
            assessment,
            new FormPages.Typed(
                fact.id(), value, version, Optional.of(question), Optional.empty()));
      }
    };
  }

  private ModelAndView page(Assessment assessment, FormPages.Typed typed) {
    var section = section(assessment, typed.fact());
    return new ModelAndView(
        "submission/form", "form", pages.of(assessment, section, Optional.of(typed)));
  }

  private static String section(Assessment assessment, String fact) {
    return Sheet.home(assessment.set(), assessment.unit().group(), fact)
        .map(Section::code)
        .orElseThrow(() -> new NotFound("no criterion of the unit uses " + fact));
  }
}
