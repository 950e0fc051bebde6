package thangdiem.report;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.document.OfficialDocument;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** Whom to commend: the rule, the proposal with its proof, and its way to a decision. */
@Controller
@RequestMapping("/rounds/{key}/commendation")
class CommendationController {

  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Rounds rounds;
  private final Commendations commendations;

  CommendationController(Rounds rounds, Commendations commendations) {
    this.rounds = rounds;
    this.commendations = commendations;
  }

  @MayOpen({
    Role.ORGANISER,
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN,
    Role.EMULATION_OFFICER,
    Role.AUDITOR
  })
  @GetMapping
  String show(Actor actor, @PathVariable String key, Model model) {
    var round = rounds.named(key);
    return show(
        actor,
        round,
        RuleForm.proposed(rounds.criteria(round)),
        StepForm.EMPTY,
        "",
        Map.of(),
        model);
  }

  private String show(
      Actor actor,
      Round round,
      RuleForm rule,
      StepForm step,
      String form,
      Map<String, Sentence> wrong,
      Model model) {
    boolean seen = sees(actor, round);
    model.addAttribute(
        "commendation",
        new CommendationPage(
            round,
            rounds.criteria(round),
            commendations.rules(round),
            commendations.steps(round),
            seen,
            seen ? commendations.candidates(round, actor) : List.of(),
            actor,
            rule,
            step,
            form,
            wrong));
    return "report/commendation";
  }

  /** Before it is adopted a result is the council's, and of who runs or audits the round. */
  private static boolean sees(Actor actor, Round round) {
    return round.phase().compareTo(Phase.ADOPTED) >= 0
        || round.phase().compareTo(Phase.VERIFYING) >= 0
            && actor.isAny(
                Role.ORGANISER,
                Role.COUNCIL_MEMBER,
                Role.COUNCIL_SECRETARY,
                Role.CHAIRMAN,
                Role.AUDITOR);
  }

  private LocalDate today() {
    return rounds.now().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
  }

  @Performs(Act.COMMENDATION_RULE_SET)
  @PostMapping("/rule")
  String set(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String first,
      @RequestParam(defaultValue = "") String grade,
      @RequestParam(defaultValue = "") List<String> excluded,
      @RequestParam(defaultValue = "false") boolean noneOpen,
      @RequestParam(defaultValue = "") String document,
      @RequestParam(defaultValue = "") String documentOn,
      HttpServletResponse response,
      Model model) {
    var round = rounds.named(key);
    var form = new RuleForm(first, grade, excluded, noneOpen, document, documentOn);
    var wrong = form.mistakes(rounds.criteria(round), today());
    if (!wrong.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(actor, round, form, StepForm.EMPTY, "rule", wrong, model);
    }
    commendations.set(actor, round, form.rule());
    return "redirect:/rounds/" + key + "/commendation";
  }

  @Performs(Act.COMMENDATION_SENT)
  @PostMapping("/sent")
  String send(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String document,
      @RequestParam(defaultValue = "") String documentOn,
      HttpServletResponse response,
      Model model) {
    var round = rounds.named(key);
    var form = new StepForm(words, document, documentOn);
    var wrong = form.mistakes(CommendationStep.Kind.SENT, today());
    if (!wrong.isEmpty()) {
      return stepAgain(actor, round, form, wrong, response, model);
    }
    commendations.send(actor, round, form);
    return "redirect:/rounds/" + key + "/commendation";
  }

  private String stepAgain(
      Actor actor,
      Round round,
      StepForm form,
      Map<String, Sentence> wrong,
      HttpServletResponse response,
      Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    var rule = RuleForm.proposed(rounds.criteria(round));
    return show(actor, round, rule, form, "step", wrong, model);
  }

  @Performs(Act.COMMENDATION_MOVED)
  @PostMapping("/steps/{step}")
  String move(
      Actor actor,
      @PathVariable String key,
      @PathVariable CommendationStep.Kind step,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String document,
      @RequestParam(defaultValue = "") String documentOn,
      HttpServletResponse response,
      Model model) {
    var round = rounds.named(key);
    var form = new StepForm(words, document, documentOn);
    var wrong = form.mistakes(step, today());
    if (!wrong.isEmpty()) {
      return stepAgain(actor, round, form, wrong, response, model);
    }
    commendations.move(actor, round, step, form);
    return "redirect:/rounds/" + key + "/commendation";
  }

  /** The council's minutes of whom it proposes, to be completed and signed (NĐ30, mẫu 1.9). */
  @MayOpen({Role.COUNCIL_SECRETARY, Role.CHAIRMAN, Role.EMULATION_OFFICER, Role.AUDITOR})
  @GetMapping("/minutes.docx")
  ResponseEntity<byte[]> docx(Actor actor, @PathVariable String key) {
    return file(minutes(actor, key).docx(), DOCX, "bien-ban-de-nghi-khen-thuong-" + key + ".docx");
  }

  @MayOpen({Role.COUNCIL_SECRETARY, Role.CHAIRMAN, Role.EMULATION_OFFICER, Role.AUDITOR})
  @GetMapping("/minutes.pdf")
  ResponseEntity<byte[]> pdf(Actor actor, @PathVariable String key) {
    return file(
        minutes(actor, key).pdf(),
        MediaType.APPLICATION_PDF,
        "bien-ban-de-nghi-khen-thuong-" + key + ".pdf");
  }

  private OfficialDocument minutes(Actor actor, String key) {
    var round = rounds.named(key);
    if (round.phase().compareTo(Phase.ADOPTED) < 0) {
      throw new Refusal("commend.notAdopted");
    }
    var rule =
        commendations.rules(round).stream()
            .findFirst()
            .orElseThrow(() -> new Refusal("commend.noRule"));
    return CommendationMinutes.of(
        round, rule, commendations.candidates(round, actor), rounds.criteria(round));
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }
}
