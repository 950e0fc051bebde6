package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.words.Sentence;

/** One's own second factor (xác minh bước hai): scanned, confirmed by a code, taken away. */
@Controller
class SecondFactorController {

  private static final String CANDIDATE = "totp";
  private static final String CONFIRM = "redirect:/me/confirm?next=/me/second-factor";

  private final OwnAccountTable table;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Pace pace;
  private final Seal seal;

  SecondFactorController(
      OwnAccountTable table,
      SecondFactors factors,
      Sessions sessions,
      Passwords passwords,
      Pace pace,
      Seal seal) {
    this.table = table;
    this.factors = factors;
    this.sessions = sessions;
    this.passwords = passwords;
    this.pace = pace;
    this.seal = seal;
  }

  @MayOpen
  @GetMapping("/me/second-factor")
  String form(Actor actor, HttpServletRequest request, Model model) {
    if (!sessions.fresh(request)) {
      return CONFIRM;
    }
    return table.own(actor.account()).secondFactor()
        ? page(actor, model, SecondFactorPage.set(Optional.empty()))
        : offer(actor, Totp.newSecret(), Optional.empty(), request, model);
  }

  @Performs(Act.SECOND_FACTOR_CHANGED)
  @PostMapping("/me/second-factor")
  String set(
      Actor actor,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var owner = actor.account().toString();
    var candidate = sessions.take(CANDIDATE, request).flatMap(sealed -> seal.open(sealed, owner));
    if (!sessions.fresh(request)
        || candidate.isEmpty()
        || table.own(actor.account()).secondFactor()) {
      return "redirect:/me/second-factor";
    }
    var codes = factors.set(actor, candidate.get(), code);
    if (codes.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return offer(
          actor, candidate.get(), Optional.of(Sentence.of("secondStep.wrong")), request, model);
    }
    sessions.strengthened(Way.PASSWORD_AND_SECOND_FACTOR, request);
    return told(codes.get(), model);
  }

  @Performs(Act.SECOND_FACTOR_CHANGED)
  @PostMapping("/me/second-factor/codes")
  String newCodes(Actor actor, HttpServletRequest request, Model model) {
    if (!sessions.fresh(request)) {
      return CONFIRM;
    }
    if (!table.own(actor.account()).secondFactor()) {
      throw new Refusal("secondFactor.none");
    }
    return told(factors.newRecoveryCodes(actor), model);
  }

  /** With the password, because it must then be long enough to stand alone. */
  @Performs(Act.SECOND_FACTOR_CHANGED)
  @PostMapping("/me/second-factor/remove")
  String remove(
      Actor actor,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var own = table.own(actor.account());
    if (own.hash().isPresent()) {
      var attempt = pace.begin(actor.login(), request);
      var right = passwords.matches(password, own.hash());
      if (right) {
        pace.passed(attempt);
      }
      var wrong =
          right
              ? PasswordRules.against(password, own.person(), false)
                  .map(_ -> Sentence.of("secondFactor.passwordFirst", PasswordRules.ALONE))
              : Optional.of(Sentence.of("confirm.wrong"));
      if (wrong.isPresent()) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(actor, model, SecondFactorPage.set(wrong));
      }
    } else if (!sessions.fresh(request)) {
      return CONFIRM;
    }
    factors.remove(actor);
    return "redirect:/me";
  }

  private String offer(
      Actor actor,
      byte[] secret,
      Optional<Sentence> problem,
      HttpServletRequest request,
      Model model) {
    sessions.keep(CANDIDATE, seal.seal(secret, actor.account().toString()), request);
    return page(actor, model, SecondFactorPage.offered(secret, actor.login(), problem));
  }

  private String page(Actor actor, Model model, SecondFactorPage page) {
    model.addAttribute("factor", page);
    model.addAttribute("password", table.own(actor.account()).hash().isPresent());
    return "account/second-factor";
  }

  private static String told(List<String> codes, Model model) {
    model.addAttribute("codes", codes);
    return "account/recovery-codes";
  }
}
