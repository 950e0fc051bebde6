package thangdiem.verification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.submission.Assessment;
import thangdiem.submission.Assessments;
import thangdiem.words.Sentence;

/** A unit before what was found about it (đơn vị giải trình và bổ sung): reads, answers, adds. */
@Controller
@RequestMapping("/rounds/{key}/assessments/{unit}/findings")
class HearingController {

  private static final int UNPROCESSABLE = 422;
  private static final String VIEW = "verification/findings";

  private final Assessments assessments;
  private final HearingPages pages;
  private final Hearings hearings;
  private final Completions completions;

  HearingController(
      Assessments assessments, HearingPages pages, Hearings hearings, Completions completions) {
    this.assessments = assessments;
    this.pages = pages;
    this.hearings = hearings;
    this.completions = completions;
  }

  @MayOpen({Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR})
  @GetMapping
  String list(Actor actor, @PathVariable String key, @PathVariable String unit, Model model) {
    return show(model, assessments.of(actor, key, unit), HearingPage.Form.EMPTY);
  }

  private String show(Model model, Assessment place, HearingPage.Form form) {
    model.addAttribute("findings", pages.of(place, form));
    return VIEW;
  }

  private String again(
      Model model, HttpServletResponse response, Assessment place, HearingPage.Form form) {
    response.setStatus(UNPROCESSABLE);
    return show(model, place, form);
  }

  private Assessment own(Actor actor, String key, String unit) {
    return own(assessments.of(actor, key, unit));
  }

  /** The same, if the reader answers for it. */
  static Assessment own(Assessment place) {
    if (!place.isOwn()) {
      throw new NotFound(
          "findings about " + place.unit().code() + " for somebody who answers for it");
    }
    return place;
  }

  private Hearing asked(Assessment place, String code) {
    var all =
        hearings.own(place.round(), place.set(), place.unit().unit()).stream()
            .filter(heard -> heard.code().equals(code))
            .toList();
    if (all.isEmpty()) {
      throw new Refusal("explain.nothing");
    }
    return all.stream()
        .filter(heard -> heard.isOpen(place.now()))
        .reduce((_, last) -> last)
        .orElseThrow(() -> new Refusal("explain.over"));
  }

  /** Keeps a draft. */
  @Performs(Act.EXPLANATION_DRAFTED)
  @PostMapping("/{code}")
  String draft(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var place = own(actor, key, unit);
    var heard = asked(place, code);
    var wrong = new HashMap<String, Sentence>();
    var read = read(place, code, typed, false, wrong);
    if (!wrong.isEmpty()) {
      return again(model, response, place, new HearingPage.Form(code, typed, read.agrees(), wrong));
    }
    hearings.draft(actor, place.round(), place.unit(), heard, read);
    return back(place, code);
  }

  /** Sends what is written. */
  @Performs(Act.EXPLANATION_SENT)
  @PostMapping("/{code}/sent")
  String send(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var place = own(actor, key, unit);
    var heard = asked(place, code);
    var wrong = new HashMap<String, Sentence>();
    var read = read(place, code, typed, true, wrong);
    if (!wrong.isEmpty()) {
      return again(model, response, place, new HearingPage.Form(code, typed, read.agrees(), wrong));
    }
    hearings.send(actor, place.round(), place.unit(), heard, read);
    return back(place, code);
  }

  /** Sends all drafts at once. */
  @Performs(Act.EXPLANATION_SENT)
  @PostMapping("/sent")
  String sendAll(Actor actor, @PathVariable String key, @PathVariable String unit) {
    var place = own(actor, key, unit);
    hearings.sendAll(
        actor,
        place.round(),
        place.unit(),
        hearings.own(place.round(), place.set(), place.unit().unit()).stream()
            .filter(heard -> heard.isDrafted(place.now()))
            .toList());
    return "redirect:" + place.path() + "/findings";
  }

  private static String back(Assessment place, String code) {
    return "redirect:" + place.path() + "/findings#m-" + code;
  }

  private static Hearings.Typed read(
      Assessment place,
      String code,
      Map<String, String> typed,
      boolean sending,
      Map<String, Sentence> wrong) {
    boolean agrees = typed.getOrDefault("stance", "").equals("AGREE");
    var words = typed.getOrDefault("words", "").strip();
    if (words.length() > Findings.LONGEST_WORDS || sending && !agrees && words.isEmpty()) {
      wrong.put("words", Sentence.of("explain.words.wrong", Findings.LONGEST_WORDS));
    }
    var values = new LinkedHashMap<String, Fact>();
    place
        .set()
        .scored()
        .filter(one -> one.code().equals(code) && !agrees)
        .findFirst()
        .ifPresent(criterion ->
            criterion
                .rule()
                .facts()
                .forEach(id -> {
                  var definition = place.set().facts().get(id);
                  if (definition != null) {
                    var reading = TypedFact.read(definition, typed.getOrDefault("f." + id, ""));
                    reading.question().ifPresent(question -> wrong.put(id, question));
                    reading.fact().ifPresent(value -> values.put(id, value));
                  }
                }));
    return new Hearings.Typed(agrees, words, values, version(typed));
  }

  private static int version(Map<String, String> typed) {
    var version = typed.getOrDefault("version", "0");
    return version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0;
  }

  /** Adds to the report what a window is open for. */
  @Performs(Act.FACT_SUPPLEMENTED)
  @PostMapping("/supplements")
  String supplement(
      Actor actor,
      @PathVariable String key,
      @PathVariable String unit,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var place = own(actor, key, unit);
    var open = completions.open(place.round(), place.unit());
    if (open.isEmpty()) {
      throw new Refusal("supplement.closed");
    }
    var wrong = new HashMap<String, Sentence>();
    var values = new LinkedHashMap<Completions.Open, Fact>();
    var page = pages.of(place, HearingPage.Form.EMPTY);
    for (var one : open) {
      var id = one.fact().id();
      var text = typed.getOrDefault("f." + id, "").strip();
      var now =
          page.open().stream()
              .filter(entry -> entry.fact().id().equals(id))
              .map(HearingPage.Entry::now)
              .findFirst()
              .orElse("");
      if (!text.isEmpty() && !text.equals(now)) {
        var reading = TypedFact.read(one.fact(), text);
        reading.question().ifPresent(question -> wrong.put(id, question));
        reading.fact().ifPresent(value -> values.put(one, value));
      }
    }
    if (wrong.isEmpty() && values.isEmpty()) {
      throw new Refusal("supplement.same");
    }
    if (!wrong.isEmpty()) {
      return again(model, response, place, new HearingPage.Form("", typed, false, wrong));
    }
    completions.supplement(actor, place.round(), place.unit(), values);
    return "redirect:" + place.path() + "/findings#bo-sung";
  }
}
