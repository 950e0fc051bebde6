package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
  private final Pace pace;
  private final SignIns signIns;
  private final Sessions sessions;
  private final SignInPages pages;
  private final Acts acts;

  SignInController(
      AccountTable table,
      Accounts accounts,
      Passwords passwords,
      Pace pace,
      SignIns signIns,
      Sessions sessions,
      SignInPages pages,
      Acts acts) {
    this.table = table;
    this.accounts = accounts;
    this.passwords = passwords;
    this.pace = pace;
    this.signIns = signIns;
    this.sessions = sessions;
    this.pages = pages;
    this.acts = acts;
  }

  @Everyone
  @GetMapping("/sign-in")
  String form(@RequestParam(defaultValue = "/") String next, Model model) {
    return pages.show(model, "", next);
  }

  @Everyone
  @Performs({Act.SIGNED_IN, Act.SIGN_IN_FAILED})
  @PostMapping("/sign-in")
  String signIn(
      @RequestParam String login,
      @RequestParam String password,
      @RequestParam(defaultValue = "/") String next,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var folded = Person.folded(login);
    try {
      var attempt = pace.begin(folded, request);
      var known = table.byLogin(folded).filter(account -> !account.disabled());
      if (!passwords.matches(password, known.flatMap(AccountTable.Known::password))) {
        signIns.failed(Way.PASSWORD, folded);
        return pages.refused(model, login, next, "signIn.wrong", response);
      }
      pace.passed(attempt);
      return open(known.orElseThrow(), pages.checked(next), request, response);
    } catch (TooSoon soon) {
      return pages.wait(model, login, next, soon, response);
    }
  }

  private String open(
      AccountTable.Known account,
      String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (account.totpSecret().isPresent()) {
      sessions.startHalfway(account.id(), next, request);
      return "redirect:/sign-in/second-step";
    }
    signIns.enter(accounts.actor(account.id()).orElseThrow(), Way.PASSWORD, request, response);
    return "redirect:" + next;
  }

  @MayOpen
  @Performs(Act.SIGNED_OUT)
  @PostMapping("/sign-out")
  String signOut(Actor actor, HttpServletRequest request) {
    acts.run(actor, Act.SIGNED_OUT, Subject.PROVINCE, _ -> {});
    sessions.end(request);
    return "redirect:/sign-in";
  }
}
