package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Everyone;
import thangdiem.audit.Performs;
import thangdiem.words.Sentence;

/** The step after the right password, where an account asks for one (xác minh bước hai). */
@Controller
class SecondStepController {

  private static final String FIRST_STEP = "redirect:/sign-in";

  private final Accounts accounts;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final SignIns signIns;
  private final Pace pace;

  SecondStepController(
      Accounts accounts, SecondFactors factors, Sessions sessions, SignIns signIns, Pace pace) {
    this.accounts = accounts;
    this.factors = factors;
    this.sessions = sessions;
    this.signIns = signIns;
    this.pace = pace;
  }

  @Everyone
  @GetMapping("/sign-in/second-step")
  String form(HttpServletRequest request, Model model) {
    return sessions.halfway(request).isEmpty() ? FIRST_STEP : page(model, Optional.empty());
  }

  @Everyone
  @Performs({Act.SIGNED_IN, Act.SIGN_IN_FAILED})
  @PostMapping("/sign-in/second-step")
  String verify(
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var actor = sessions.halfway(request).flatMap(accounts::actor);
    if (actor.isEmpty()) {
      return FIRST_STEP;
    }
    try {
      return verify(actor.get(), code, request, response, model);
    } catch (TooSoon soon) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(soon.seconds()));
      return page(model, Optional.of(Sentence.of("signIn.wait", soon.sentence())));
    }
  }

  private String verify(
      Actor actor,
      String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var attempt = pace.beginAnywhere("second step of " + actor.login(), actor.login(), request);
    if (!factors.spend(actor.account(), code)) {
      signIns.failed(Way.PASSWORD_AND_SECOND_FACTOR, actor.login());
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return page(model, Optional.of(Sentence.of("secondStep.wrong")));
    }
    pace.passed(attempt);
    var next = sessions.next(request);
    signIns.enter(actor, Way.PASSWORD_AND_SECOND_FACTOR, request, response);
    return "redirect:" + next;
  }

  private static String page(Model model, Optional<Sentence> problem) {
    model.addAttribute("problem", problem);
    return "account/second-step";
  }
}
