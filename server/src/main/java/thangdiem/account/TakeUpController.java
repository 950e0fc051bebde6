package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.Everyone;
import thangdiem.audit.Performs;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** The way in for whoever holds a code (nhận lời mời): type it, choose a password, sign in. */
@Controller
class TakeUpController {

  private final Invitations invitations;
  private final InvitationTable table;
  private final CodeGuesses guesses;
  private final Passwords passwords;

  TakeUpController(
      Invitations invitations, InvitationTable table, CodeGuesses guesses, Passwords passwords) {
    this.invitations = invitations;
    this.table = table;
    this.guesses = guesses;
    this.passwords = passwords;
  }

  @Everyone
  @GetMapping("/invitation")
  String form(Model model) {
    return typing("", Optional.empty(), model);
  }

  /** Leads to the page of the code; whether it is one is found out there. */
  @Everyone
  @ChangesNothing
  @PostMapping("/invitation")
  String typed(@RequestParam String code, Model model) {
    var typed = InvitationCode.typed(code);
    return typed.wellFormed()
        ? "redirect:/invitation/" + typed.letters()
        : typing(code.strip(), Optional.of(Sentence.of("invitation.form")), model);
  }

  @Everyone
  @GetMapping("/invitation/{code}")
  String open(
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    response.setHeader("Cache-Control", "no-store");
    var typed = InvitationCode.typed(code);
    var found = found(typed, request, response, model);
    return found
        .map(invitation -> choosing(typed, invitation, Optional.empty(), model))
        .orElse("account/invitation");
  }

  @Everyone
  @Performs(Act.INVITATION_TAKEN_UP)
  @PostMapping("/invitation/{code}")
  String takeUp(
      @PathVariable String code,
      @RequestParam String password,
      @RequestParam String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    response.setHeader("Cache-Control", "no-store");
    var typed = InvitationCode.typed(code);
    var found = found(typed, request, response, model);
    if (found.isEmpty()) {
      return "account/invitation";
    }
    var invitation = found.get();
    var wrong =
        password.equals(again)
            ? PasswordRules.against(password, invitation.person(), invitation.secondFactor())
            : Optional.of(Sentence.of("invitation.notAgain"));
    if (wrong.isPresent()) {
      return choosing(typed, invitation, wrong, model);
    }
    invitations.takeUp(typed, passwords.hash(password));
    model.addAttribute("login", invitation.person().login());
    return "account/taken-up";
  }

  /** The invitation of the code while it can be used; otherwise what is wrong is on the page. */
  private Optional<Invitation> found(
      InvitationCode code, HttpServletRequest request, HttpServletResponse response, Model model) {
    if (guesses.tooMany(request)) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      typing("", Optional.of(Sentence.of("invitation.tooMany")), model);
      return Optional.empty();
    }
    var invitation = invitations.of(code);
    if (invitation.isEmpty()) {
      guesses.wrong(request);
      response.setStatus(HttpStatus.NOT_FOUND.value());
      typing("", Optional.of(Sentence.of("invitation.unknown")), model);
      return Optional.empty();
    }
    var state = invitation.get().state(table.now());
    if (state != Invitation.State.OPEN) {
      response.setStatus(HttpStatus.GONE.value());
      typing("", Optional.of(Sentence.of("invitation.gone." + state)), model);
      return Optional.empty();
    }
    return invitation;
  }

  private static String typing(String code, Optional<Sentence> wrong, Model model) {
    model.addAttribute("code", code);
    model.addAttribute("wrong", wrong);
    return "account/invitation";
  }

  private static String choosing(
      InvitationCode code, Invitation invitation, Optional<Sentence> wrong, Model model) {
    model.addAttribute(
        "takeUp",
        new TakeUpPage(
            code.letters(),
            invitation.person(),
            invitation.unitName(),
            VietnamTime.show(invitation.expiresAt()),
            invitation.secondFactor() ? PasswordRules.WITH_SECOND_FACTOR : PasswordRules.ALONE,
            wrong));
    return "account/take-up";
  }
}
