package thangdiem.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import thangdiem.words.Sentence;

/** Shows the sign-in page, for whichever way in was tried (trang đăng nhập). */
@Component
class SignInPages {

  private final ReturnPath returns;
  private final OpenIdSettings openId;
  private final List<DemoAccount> demo;

  SignInPages(ReturnPath returns, OpenIdSettings openId, List<DemoAccount> demo) {
    this.returns = returns;
    this.openId = openId;
    this.demo = demo;
  }

  String checked(String next) {
    return returns.checked(next);
  }

  String show(Model model, String login, String next) {
    return page(model, login, next, Optional.empty());
  }

  /** A try was wrong. */
  String refused(Model model, String login, String next, String why, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    return page(model, login, next, Optional.of(Sentence.of(why)));
  }

  /** A try came too soon. */
  String wait(Model model, String login, String next, TooSoon soon, HttpServletResponse response) {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(soon.seconds()));
    return page(model, login, next, Optional.of(Sentence.of("signIn.wait", soon.sentence())));
  }

  /** The other system, through which one wanted to come in, does not answer. */
  String away(Model model, String next, HttpServletResponse response) {
    response.setStatus(HttpStatus.BAD_GATEWAY.value());
    return page(model, "", next, Optional.of(Sentence.of("openId.away")));
  }

  private String page(Model model, String login, String next, Optional<Sentence> problem) {
    model.addAttribute(
        "signIn", new SignInPage(login, returns.checked(next), problem, openId.label(), demo));
    return "account/sign-in";
  }
}
