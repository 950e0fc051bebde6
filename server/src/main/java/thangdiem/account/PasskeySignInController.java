package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Everyone;
import thangdiem.audit.Performs;

/**
 * The way in by passkey (đăng nhập bằng khoá truy cập). A passkey cannot be guessed: what slows
 * down is trying at one credential from one place, and nothing that others try at passwords.
 */
@Controller
class PasskeySignInController {

  private static final String CHALLENGE = "passkey";

  private final Passkeys passkeys;
  private final PasskeyCeremony ceremony;
  private final Accounts accounts;
  private final SignIns signIns;
  private final SignInPages pages;
  private final Sessions sessions;
  private final Pace pace;

  PasskeySignInController(
      Passkeys passkeys,
      PasskeyCeremony ceremony,
      Accounts accounts,
      SignIns signIns,
      SignInPages pages,
      Sessions sessions,
      Pace pace) {
    this.passkeys = passkeys;
    this.ceremony = ceremony;
    this.accounts = accounts;
    this.signIns = signIns;
    this.pages = pages;
    this.sessions = sessions;
    this.pace = pace;
  }

  @Everyone
  @GetMapping("/sign-in/passkey")
  ResponseEntity<String> options(HttpServletRequest request) {
    var challenge = PasskeyCeremony.newChallenge();
    sessions.keep(CHALLENGE, challenge, request);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(ceremony.question(challenge));
  }

  @Everyone
  @Performs({Act.SIGNED_IN, Act.SIGN_IN_FAILED})
  @PostMapping("/sign-in/passkey")
  String signIn(
      @RequestParam String credential,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      var attempt = pace.begin("passkey " + ceremony.idOf(credential), request);
      var actor =
          sessions
              .take(CHALLENGE, request)
              .flatMap(challenge -> passkeys.whose(challenge, credential))
              .flatMap(accounts::actor);
      if (actor.isEmpty()) {
        signIns.failed(Way.PASSKEY, "");
        return pages.refused(model, "", next, "passkey.wrong", response);
      }
      pace.passed(attempt);
      signIns.enter(actor.get(), Way.PASSKEY, request, response);
      return "redirect:" + pages.checked(next);
    } catch (TooSoon soon) {
      return pages.wait(model, "", next, soon, response);
    }
  }
}
