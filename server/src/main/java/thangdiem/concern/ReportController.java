package thangdiem.concern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import thangdiem.account.Pace;
import thangdiem.account.TooSoon;
import thangdiem.audit.Act;
import thangdiem.audit.Everyone;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.site.Criticised;
import thangdiem.site.Doubts;
import thangdiem.site.SiteVisit;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * Where a reader without an account reports a wrong fact and follows what becomes of it (báo số
 * liệu sai). The only form of the public site; what is sent can be seen by nobody until people of
 * the province have looked at it.
 */
@Controller
class ReportController {

  private static final String FORM = "/published/{key}/{version}/{lang}/units/{unit}/wrong/{code}";
  private static final String FOLLOW = "/published/reports";
  private static final String FOLLOW_IN_ENGLISH = "/published/en/reports";

  /** What is paced, where ways in have a login. */
  private static final String REPORTS = "(concern)";

  private final Doubts doubts;
  private final Concerns concerns;
  private final Pace pace;

  ReportController(Doubts doubts, Concerns concerns, Pace pace) {
    this.doubts = doubts;
    this.concerns = concerns;
    this.pace = pace;
  }

  @Everyone
  @GetMapping(FORM)
  void form(SiteVisit visit, @PathVariable String unit, @PathVariable String code, CsrfToken token)
      throws IOException {
    var about = doubts.about(visit, unit, code);
    show(about, ConcernForm.EMPTY, Optional.empty(), HttpStatus.OK, token, visit);
  }

  /** Keeps it, or shows again what was typed with all that is wrong with it. */
  @Everyone
  @Performs(Act.CONCERN_RAISED)
  @PostMapping(FORM)
  void send(
      SiteVisit visit,
      @PathVariable String unit,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String contact,
      @RequestParam(defaultValue = "") String website,
      CsrfToken token)
      throws IOException {
    var about = doubts.about(visit, unit, code);
    var form = new ConcernForm(words, source, contact, website);
    if (!form.mistakes().isEmpty()) {
      show(about, form, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT, token, visit);
      return;
    }
    try {
      pace.begin(REPORTS, visit.request());
      var reference = concerns.take(about, form);
      visit.response().setStatus(HttpStatus.SEE_OTHER.value());
      visit
          .response()
          .setHeader(
              HttpHeaders.LOCATION,
              (visit.address().isEnglish() ? FOLLOW_IN_ENGLISH : FOLLOW)
                  + "?number="
                  + reference.shown());
    } catch (TooSoon soon) {
      visit.response().setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(soon.seconds()));
      var wait = Sentence.of("concern.tooMany", soon.sentence());
      show(about, form, Optional.of(wait), HttpStatus.TOO_MANY_REQUESTS, token, visit);
    } catch (Refusal no) {
      show(about, form, Optional.of(no.sentence()), HttpStatus.SERVICE_UNAVAILABLE, token, visit);
    }
  }

  private void show(
      Criticised about,
      ConcernForm form,
      Optional<Sentence> no,
      HttpStatus status,
      CsrfToken token,
      SiteVisit visit)
      throws IOException {
    var wrong = status == HttpStatus.OK ? Map.<String, String>of() : form.mistakes();
    doubts.give(
        status.value(),
        "wrong",
        new ReportPage(
            about, doubts.upheld(about.key(), about.unit()), form, wrong, no, token.getToken()),
        visit.request(),
        visit.response());
  }

  @Everyone
  @GetMapping(FOLLOW)
  void follow(
      @RequestParam(defaultValue = "") String number,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    follow(Words.VIETNAMESE, FOLLOW, FOLLOW_IN_ENGLISH, number, request, response);
  }

  @Everyone
  @GetMapping(FOLLOW_IN_ENGLISH)
  void followInEnglish(
      @RequestParam(defaultValue = "") String number,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    follow(Words.ENGLISH, FOLLOW_IN_ENGLISH, FOLLOW, number, request, response);
  }

  private void follow(
      Words words,
      String here,
      String elsewise,
      String number,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var reference = Reference.typed(number);
    var found = reference.flatMap(one -> doubts.followed(one.letters()));
    boolean none = !number.isBlank() && found.isEmpty();
    doubts.give(
        none ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_OK,
        "followed",
        new FollowPage(
            doubts.outside(words, words.say("concern.follow"), elsewise),
            here,
            found.isPresent() ? reference.map(Reference::shown).orElse("") : number.strip(),
            none,
            found),
        request,
        response);
  }

  @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
  void gone(HttpServletRequest request, HttpServletResponse response) throws IOException {
    doubts.gone(request, response);
  }
}
