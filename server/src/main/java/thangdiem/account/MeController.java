package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
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

/** One's own account (tài khoản của tôi): who one is here, and how one gets in. */
@Controller
class MeController {

  private final OwnAccountTable table;
  private final RecoveryCodes recovery;
  private final Passkeys passkeys;
  private final ExternalIdentities identities;
  private final Sessions sessions;
  private final StrongRoles strong;
  private final Acts acts;

  MeController(
      OwnAccountTable table,
      RecoveryCodes recovery,
      Passkeys passkeys,
      ExternalIdentities identities,
      Sessions sessions,
      StrongRoles strong,
      Acts acts) {
    this.table = table;
    this.recovery = recovery;
    this.passkeys = passkeys;
    this.identities = identities;
    this.sessions = sessions;
    this.strong = strong;
    this.acts = acts;
  }

  @MayOpen
  @GetMapping("/me")
  String me(Actor actor, HttpServletRequest request, Model model) {
    var own = table.own(actor.account());
    model.addAttribute(
        "me",
        new MePage(
            own.person(),
            own.unit(),
            actor.grants(),
            own.hash().isPresent(),
            own.secondFactor(),
            recovery.left(actor.account()),
            passkeys.of(actor.account()),
            identities.of(actor.account()),
            sessions.of(actor.account(), request),
            strong.duty(actor, request)));
    return "account/me";
  }

  @Performs(Act.LANGUAGE_CHANGED)
  @PostMapping("/me/language")
  String language(Actor actor, @RequestParam String language) {
    var chosen = language.equals("en") ? "en" : "vi";
    acts.run(
        actor,
        Act.LANGUAGE_CHANGED,
        Subject.PROVINCE,
        event -> {
          event.with("language", chosen);
          table.setLanguage(actor.account(), chosen);
        });
    return "redirect:/me";
  }

  @Performs(Act.SIGNED_OUT)
  @PostMapping("/me/sessions/end-others")
  String endOthers(Actor actor, HttpServletRequest request) {
    acts.run(
        actor,
        Act.SIGNED_OUT,
        Subject.PROVINCE,
        event -> event.with("others", sessions.endOthers(actor.account(), request)));
    return "redirect:/me";
  }
}
