package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Actor;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.MayOpen;
import thangdiem.words.Sentence;

/**
 * Asks for the password again before a way in is changed (xác nhận lại): somebody else may have sat
 * down at an open screen.
 */
@Controller
class ConfirmController {

  private final OwnAccountTable table;
  private final Passwords passwords;
  private final Pace pace;
  private final Sessions sessions;
  private final ReturnPath returns;

  ConfirmController(
      OwnAccountTable table,
      Passwords passwords,
      Pace pace,
      Sessions sessions,
      ReturnPath returns) {
    this.table = table;
    this.passwords = passwords;
    this.pace = pace;
    this.sessions = sessions;
    this.returns = returns;
  }

  @MayOpen
  @GetMapping("/me/confirm")
  String form(Actor actor, @RequestParam(defaultValue = "/me") String next, Model model) {
    return page(actor, next, Optional.empty(), model);
  }

  @MayOpen
  @ChangesNothing
  @PostMapping("/me/confirm")
  String confirm(
      Actor actor,
      @RequestParam String password,
      @RequestParam(defaultValue = "/me") String next,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var attempt = pace.begin(actor.login(), request);
    if (!passwords.matches(password, table.own(actor.account()).hash())) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return page(actor, next, Optional.of(Sentence.of("confirm.wrong")), model);
    }
    pace.passed(attempt);
    sessions.proven(request);
    return "redirect:" + returns.checked(next);
  }

  private String page(Actor actor, String next, Optional<Sentence> problem, Model model) {
    var hasPassword = table.own(actor.account()).hash().isPresent();
    model.addAttribute("confirm", new ConfirmPage(returns.checked(next), hasPassword, problem));
    return "account/confirm";
  }
}
