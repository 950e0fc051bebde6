package thangdiem.council;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/** A round's council (hội đồng): its members and rules, its sessions, and what it adopted. */
@Controller
class CouncilController {

  static final int UNPROCESSABLE = 422;

  private final Rounds rounds;
  private final CouncilPages pages;
  private final Council council;
  private final Adoptions adoptions;

  CouncilController(Rounds rounds, CouncilPages pages, Council council, Adoptions adoptions) {
    this.rounds = rounds;
    this.pages = pages;
    this.council = council;
    this.adoptions = adoptions;
  }

  /** Before a round is open nobody decides anything of it. */
  static Round opened(Round round) {
    if (round.phase() == Phase.DRAFT) {
      throw new Refusal("council.notYet");
    }
    return round;
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping("/rounds/{key}/council")
  String council(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    model.addAttribute(
        "council",
        pages.of(
            actor,
            opened(rounds.named(key)),
            ProposalList.Choice.of(by, why, unit, words, page),
            Form.EMPTY));
    return "council/council";
  }

  private String again(
      Actor actor, Round round, Form form, HttpServletResponse response, Model model) {
    response.setStatus(UNPROCESSABLE);
    model.addAttribute("council", pages.of(actor, round, ProposalList.Choice.ALL, form));
    return "council/council";
  }

  private static String home(String key) {
    return "redirect:/rounds/" + key + "/council";
  }

  @Performs(Act.COUNCIL_MEMBER_APPOINTED)
  @PostMapping("/rounds/{key}/council/members")
  String appoint(
      Actor actor,
      @PathVariable String key,
      @RequestParam UUID account,
      @RequestParam Office office,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = opened(rounds.named(key));
    var form = Form.of(typed);
    var document = form.text("document");
    var on = form.day("documentOn");
    if (!form.isFine()) {
      return again(actor, round, form, response, model);
    }
    council.appoint(actor, round, account, office, document, on);
    return home(key);
  }

  @Performs(Act.COUNCIL_MEMBER_RELEASED)
  @PostMapping("/rounds/{key}/council/members/{member}/released")
  String release(
      Actor actor,
      @PathVariable String key,
      @PathVariable UUID member,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = opened(rounds.named(key));
    var form = Form.of(typed);
    var document = form.text("released");
    if (!form.isFine()) {
      return again(actor, round, form, response, model);
    }
    council.release(actor, round, member, document);
    return home(key);
  }

  @Performs(Act.COUNCIL_QUORUM_SET)
  @PostMapping("/rounds/{key}/council/quorum")
  String require(
      Actor actor,
      @PathVariable String key,
      @RequestParam Quorum.Rule rule,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = opened(rounds.named(key));
    var form = Form.of(typed);
    int number = rule == Quorum.Rule.AT_LEAST ? form.number("number", 1, 99) : 0;
    if (!form.isFine()) {
      return again(actor, round, form, response, model);
    }
    council.require(actor, round, new Quorum(rule, number));
    return home(key);
  }

  @Performs(Act.COUNCIL_SESSION_CALLED)
  @PostMapping("/rounds/{key}/council/sessions")
  String call(
      Actor actor,
      @PathVariable String key,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    var round = opened(rounds.named(key));
    var form = Form.of(typed);
    var on = form.day("heldOn");
    var place = form.text("place");
    if (!form.isFine()) {
      return again(actor, round, form, response, model);
    }
    var session = council.call(actor, round, on, place);
    return "redirect:/rounds/" + key + "/council/sessions/" + session.number();
  }

  /** Records that the council adopted the result; the round moves on with it. */
  @Performs(Act.ROUND_ADOPTED)
  @PostMapping("/rounds/{key}/council/adoption")
  String adopt(Actor actor, @PathVariable String key) {
    adoptions.adopt(actor, opened(rounds.named(key)));
    return home(key);
  }

  @MayOpen({
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.ORGANISER,
    Role.AUDITOR
  })
  @GetMapping("/rounds/{key}/council/versions/{version}")
  ResponseEntity<byte[]> bundle(@PathVariable String key, @PathVariable int version) {
    var round = rounds.named(key);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("thang-diem-" + round.key() + "-ban-" + version + ".zip")
                .build()
                .toString())
        .body(adoptions.bundle(round, version));
  }
}
