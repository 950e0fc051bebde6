package thangdiem.council;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;
import thangdiem.document.PaperFile;
import thangdiem.round.Rounds;

/** Hands out the invitation to a session (giấy mời họp), to work on and to send. */
@Controller
class SessionInvitationController {

  private static final String INVITATION = "/rounds/{key}/council/sessions/{number}/invitation";
  private static final String NAME = "giay-moi-hop-hoi-dong-phien-";

  private final Rounds rounds;
  private final SessionInvitation invitation;

  SessionInvitationController(Rounds rounds, SessionInvitation invitation) {
    this.rounds = rounds;
    this.invitation = invitation;
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping(INVITATION + ".docx")
  ResponseEntity<byte[]> docx(@PathVariable String key, @PathVariable int number) {
    var round = CouncilController.opened(rounds.named(key));
    return PaperFile.docx(invitation.of(round, number), NAME + number);
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping(INVITATION + ".pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String key, @PathVariable int number) {
    var round = CouncilController.opened(rounds.named(key));
    return PaperFile.pdf(invitation.of(round, number), NAME + number);
  }
}
