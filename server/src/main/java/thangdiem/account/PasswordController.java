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
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Subject;
import thangdiem.words.Sentence;

/** Changes one's own password (đổi mật khẩu); whoever else was in with the old one is out. */
@Controller
class PasswordController {

  private final OwnAccountTable table;
  private final Passwords passwords;
  private final KnownDevices devices;
  private final Sessions sessions;
  private final Pace pace;
  private final Acts acts;

  PasswordController(
      OwnAccountTable table,
      Passwords passwords,
      KnownDevices devices,
      Sessions sessions,
      Pace pace,
      Acts acts) {
    this.table = table;
    this.passwords = passwords;
    this.devices = devices;
    this.sessions = sessions;
    this.pace = pace;
    this.acts = acts;
  }

  @MayOpen
  @GetMapping("/me/password")
  String form(Actor actor, HttpServletRequest request, Model model) {
    var own = table.own(actor.account());
    if (own.hash().isEmpty() && !sessions.fresh(request)) {
      return "redirect:/me/confirm?next=/me/password";
    }
    return page(own, Optional.empty(), Optional.empty(), model);
  }

  @Performs(Act.PASSWORD_CHANGED)
  @PostMapping("/me/password")
  String change(
      Actor actor,
      @RequestParam(defaultValue = "") String current,
      @RequestParam String password,
      @RequestParam String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var own = table.own(actor.account());
    if (own.hash().isEmpty() && !sessions.fresh(request)) {
      return "redirect:/me/confirm?next=/me/password";
    }
    var attempt = pace.begin(actor.login(), request);
    var wrongCurrent =
        own.hash().isEmpty() || passwords.matches(current, own.hash())
            ? Optional.<Sentence>empty()
            : Optional.of(Sentence.of("confirm.wrong"));
    var wrongNew =
        password.equals(again)
            ? PasswordRules.against(password, own.person(), own.secondFactor())
            : Optional.of(Sentence.of("me.password.notAgain"));
    if (wrongCurrent.isEmpty()) {
      pace.passed(attempt);
    }
    if (wrongCurrent.isPresent() || wrongNew.isPresent()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(own, wrongCurrent, wrongNew, model);
    }
    change(actor, passwords.hash(password), request, response);
    return "redirect:/me";
  }

  private void change(
      Actor actor, String hash, HttpServletRequest request, HttpServletResponse response) {
    acts.run(
        actor,
        Act.PASSWORD_CHANGED,
        Subject.PROVINCE,
        event -> {
          table.setPassword(actor.account(), hash);
          devices.forget(actor.account());
          devices.remember(actor.account(), request, response);
          event.with("sessions", sessions.endOthers(actor.account(), request));
        });
    sessions.proven(request);
  }

  private static String page(
      OwnAccountTable.Own own,
      Optional<Sentence> wrongCurrent,
      Optional<Sentence> wrongNew,
      Model model) {
    model.addAttribute(
        "password",
        new PasswordPage(
            own.person().login(),
            own.hash().isPresent(),
            own.secondFactor() ? PasswordRules.WITH_SECOND_FACTOR : PasswordRules.ALONE,
            wrongCurrent,
            wrongNew));
    return "account/password";
  }
}
