package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
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

  /** What is guessed at, where other ways in have a login. */
  private static final String CODES = "(invitation)";

  private final Invitations invitations;
  private final InvitationTable table;
  private final Pace pace;
  private final Passwords passwords;

  TakeUpController(Invitations invitations, InvitationTable table, Pace pace, Passwords passwords) {
    this.invitations = invitations;
    this.table = table;
    this.pace = pace;
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

  /**
   * The invitation of the code while it can be used; otherwise what is wrong is on the page. Each
   * code is counted as a guess before it is looked at.
   */
  private Optional<Invitation> found(
      InvitationCode code, HttpServletRequest request, HttpServletResponse response, Model model) {
    try {
      var attempt = pace.begin(CODES, request);
      var invitation = invitations.of(code);
      if (invitation.isEmpty()) {
        return none(HttpStatus.NOT_FOUND, Sentence.of("invitation.unknown"), response, model);
      }
      pace.passed(attempt);
      var state = invitation.get().state(table.now());
      return state == Invitation.State.OPEN
          ? invitation
          : none(HttpStatus.GONE, Sentence.of("invitation.gone." + state), response, model);
    } catch (TooSoon soon) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(soon.seconds()));
      return none(
          HttpStatus.TOO_MANY_REQUESTS,
          Sentence.of("invitation.tooMany", soon.sentence()),
          response,
          model);
    }
  }

  private static Optional<Invitation> none(
      HttpStatus status, Sentence why, HttpServletResponse response, Model model) {
    response.setStatus(status.value());
    typing("", Optional.of(why), model);
    return Optional.empty();
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
