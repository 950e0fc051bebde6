package thangdiem.council;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;
import thangdiem.round.Rounds;

/** Hands out the minutes of a session (biên bản), to work on and to keep. */
@Controller
class MinutesController {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String MINUTES = "/rounds/{key}/council/sessions/{number}/minutes";

  private final Rounds rounds;
  private final Minutes minutes;

  MinutesController(Rounds rounds, Minutes minutes) {
    this.rounds = rounds;
    this.minutes = minutes;
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping(MINUTES + ".docx")
  ResponseEntity<byte[]> docx(@PathVariable String key, @PathVariable int number) {
    var round = CouncilController.opened(rounds.named(key));
    return file(number, DOCX, ".docx", minutes.of(round, number).docx());
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping(MINUTES + ".pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String key, @PathVariable int number) {
    var round = CouncilController.opened(rounds.named(key));
    return file(number, MediaType.APPLICATION_PDF_VALUE, ".pdf", minutes.of(round, number).pdf());
  }

  private static ResponseEntity<byte[]> file(int number, String type, String ending, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("bien-ban-hop-hoi-dong-phien-" + number + ending)
                .build()
                .toString())
        .body(bytes);
  }
}
