package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.words.Sentence;

/** One's own passkeys (khoá truy cập của tôi). */
@Controller
class PasskeyController {

  private static final String CHALLENGE = "new-passkey";
  private static final String CONFIRM = "redirect:/me/confirm?next=/me/passkeys";
  private static final int LONGEST_LABEL = 60;

  private final Passkeys passkeys;
  private final Sessions sessions;

  PasskeyController(Passkeys passkeys, Sessions sessions) {
    this.passkeys = passkeys;
    this.sessions = sessions;
  }

  @MayOpen
  @GetMapping("/me/passkeys")
  String list(Actor actor, HttpServletRequest request, Model model) {
    if (!sessions.fresh(request)) {
      return CONFIRM;
    }
    return page(actor, request, Optional.empty(), model);
  }

  @MayOpen
  @GetMapping("/me/passkeys/options")
  ResponseEntity<String> options(Actor actor, HttpServletRequest request) {
    var challenge = PasskeyCeremony.newChallenge();
    sessions.keep(CHALLENGE, challenge, request);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(passkeys.offer(actor, challenge));
  }

  @Performs(Act.PASSKEY_CHANGED)
  @PostMapping("/me/passkeys")
  String add(
      Actor actor,
      @RequestParam String label,
      @RequestParam String credential,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!sessions.fresh(request)) {
      return CONFIRM;
    }
    var called = label.isBlank() ? Browser.named(request.getHeader("User-Agent")) : label.strip();
    if (called.length() > LONGEST_LABEL) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(
          actor, request, Optional.of(Sentence.of("passkey.longLabel", LONGEST_LABEL)), model);
    }
    var challenge = sessions.take(CHALLENGE, request);
    if (challenge.isEmpty() || !passkeys.add(actor, challenge.get(), credential, called)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(actor, request, Optional.of(Sentence.of("passkey.notMade")), model);
    }
    return "redirect:/me/passkeys";
  }

  @Performs(Act.PASSKEY_CHANGED)
  @PostMapping("/me/passkeys/{id}/remove")
  String remove(Actor actor, @PathVariable String id, HttpServletRequest request) {
    if (!sessions.fresh(request)) {
      return CONFIRM;
    }
    passkeys.remove(actor, id);
    return "redirect:/me/passkeys";
  }

  private String page(
      Actor actor, HttpServletRequest request, Optional<Sentence> problem, Model model) {
    model.addAttribute("passkeys", passkeys.of(actor.account()));
    model.addAttribute("device", Browser.named(request.getHeader("User-Agent")));
    model.addAttribute("problem", problem);
    return "account/passkeys";
  }
}
