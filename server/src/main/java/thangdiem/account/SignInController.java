package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Everyone;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Subject;

/** The way in by login and password, and the way out (đăng nhập, đăng xuất). */
@Controller
class SignInController {

  private final AccountTable table;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Acts acts;
  private final SecurityContextRepository contexts;
  private final List<DemoAccount> demo;

  SignInController(
      AccountTable table,
      Accounts accounts,
      Passwords passwords,
      Acts acts,
      SecurityContextRepository contexts,
      List<DemoAccount> demo) {
    this.table = table;
    this.accounts = accounts;
    this.passwords = passwords;
    this.acts = acts;
    this.contexts = contexts;
    this.demo = demo;
  }

  @Everyone
  @GetMapping("/sign-in")
  String form(Model model) {
    model.addAttribute("signIn", new SignInPage("", false, demo));
    return "account/sign-in";
  }

  @Everyone
  @Performs({Act.SIGNED_IN, Act.SIGN_IN_FAILED})
  @PostMapping("/sign-in")
  String signIn(
      @RequestParam String login,
      @RequestParam String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var known = table.byLogin(Person.folded(login)).filter(account -> !account.disabled());
    if (!passwords.matches(password, known.flatMap(AccountTable.Known::password))) {
      acts.bySystem(Act.SIGN_IN_FAILED, event -> event.personally("login", login));
      model.addAttribute("signIn", new SignInPage(login, true, demo));
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return "account/sign-in";
    }
    var actor = accounts.actor(known.orElseThrow().id()).orElseThrow();
    acts.run(actor, Act.SIGNED_IN, Subject.PROVINCE, _ -> table.signedIn(actor.account()));
    enter(actor, request, response);
    return "redirect:/";
  }

  private void enter(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    request.getSession();
    request.changeSessionId();
    var context =
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(
                actor.account().toString(), null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  @MayOpen
  @Performs(Act.SIGNED_OUT)
  @PostMapping("/sign-out")
  String signOut(Actor actor, HttpServletRequest request) {
    acts.run(actor, Act.SIGNED_OUT, Subject.PROVINCE, _ -> {});
    request.getSession().invalidate();
    return "redirect:/sign-in";
  }
}
