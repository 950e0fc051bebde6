package thangdiem.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.document.OfficialDocument;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Flag;
import thangdiem.words.Sentence;

/** The draft of the decision, and the act by which a result becomes public (công bố). */
@Controller
@RequestMapping("/rounds/{key}/publication")
class PublicationController {

  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Rounds rounds;
  private final Publications publications;
  private final Scans scans;

  PublicationController(Rounds rounds, Publications publications, Scans scans) {
    this.rounds = rounds;
    this.publications = publications;
    this.scans = scans;
  }

  @MayOpen({
    Role.ORGANISER,
    Role.CHAIRMAN,
    Role.COUNCIL_SECRETARY,
    Role.COUNCIL_MEMBER,
    Role.AUDITOR
  })
  @GetMapping
  String show(Actor actor, @PathVariable String key, Model model) {
    return page(actor, rounds.named(key), DecreeForm.EMPTY, Map.of(), model);
  }

  private String page(
      Actor actor, Round round, DecreeForm form, Map<String, Sentence> wrong, Model model) {
    var ready = publications.ready(round);
    model.addAttribute(
        "publication",
        new PublicationPage(
            round,
            ready.adoption(),
            firsts(ready.standings()),
            close(ready.standings()),
            publications.of(round),
            actor.isAny(Role.ORGANISER) && !round.rehearsal(),
            form,
            wrong));
    return "publication/publication";
  }

  private static List<PublicationPage.First> firsts(Standings standings) {
    var firsts = new ArrayList<PublicationPage.First>();
    standings
        .byGroup()
        .forEach((group, units) ->
            units.stream()
                .filter(unit -> unit.overall().exists() && unit.overall().inGroup() == 1)
                .forEach(unit ->
                    firsts.add(
                        new PublicationPage.First(
                            group,
                            units.size(),
                            unit.sheet().answers().name(),
                            unit.sheet().total(),
                            unit.sheet().grade()))));
    return firsts;
  }

  /** Who is looked at once more before everybody does. */
  private static List<PublicationPage.Close> close(Standings standings) {
    var close = new ArrayList<PublicationPage.Close>();
    standings
        .byGroup()
        .forEach((_, units) -> {
          for (var unit : units) {
            if (unit.flags().contains(Flag.NEAR_BOUNDARY)) {
              close.add(close(unit, Sentence.of("publish.close.boundary")));
            }
            boolean shares =
                unit.overall().exists()
                    && units.stream()
                            .filter(other -> other.overall().equals(unit.overall()))
                            .count()
                        > 1;
            if (shares) {
              close.add(close(unit, Sentence.of("publish.close.tie")));
            }
          }
        });
    return close;
  }

  private static PublicationPage.Close close(Standing unit, Sentence why) {
    return new PublicationPage.Close(
        unit.sheet().answers().name(),
        unit.sheet().total(),
        unit.sheet().grade(),
        unit.overall().inGroup(),
        why);
  }

  @Performs(Act.ROUND_PUBLISHED)
  @PostMapping
  String publish(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String visibleFrom,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletResponse response,
      Model model)
      throws IOException {
    var round = rounds.named(key);
    var form = new DecreeForm(number, on, visibleFrom);
    var now = rounds.now();
    var scan = scans.of(file);
    var wrong = new LinkedHashMap<>(form.mistakes(now));
    scan.wrong().ifPresent(why -> wrong.put("file", why));
    if (!wrong.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(actor, round, form, wrong, model);
    }
    publications.publish(actor, round, form.decree(now), scan.pdf());
    return "redirect:/rounds/" + key + "/publication";
  }

  /** The decision for working on: without number until it is signed. */
  @MayOpen({
    Role.ORGANISER,
    Role.CHAIRMAN,
    Role.COUNCIL_SECRETARY,
    Role.COUNCIL_MEMBER,
    Role.AUDITOR
  })
  @GetMapping("/decision.docx")
  ResponseEntity<byte[]> docx(@PathVariable String key) {
    return file(draft(key).docx(), DOCX, "du-thao-quyet-dinh-cong-bo-" + key + ".docx");
  }

  @MayOpen({
    Role.ORGANISER,
    Role.CHAIRMAN,
    Role.COUNCIL_SECRETARY,
    Role.COUNCIL_MEMBER,
    Role.AUDITOR
  })
  @GetMapping("/decision.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String key) {
    return file(
        draft(key).pdf(), MediaType.APPLICATION_PDF, "du-thao-quyet-dinh-cong-bo-" + key + ".pdf");
  }

  private OfficialDocument draft(String key) {
    var round = rounds.named(key);
    return publications.decision(round, publications.ready(round), Optional.empty());
  }

  /** A published bundle, before it may be seen too: what will be public can be checked. */
  @MayOpen({
    Role.ORGANISER,
    Role.CHAIRMAN,
    Role.COUNCIL_SECRETARY,
    Role.COUNCIL_MEMBER,
    Role.AUDITOR
  })
  @GetMapping("/{version}/bundle.zip")
  ResponseEntity<byte[]> bundle(@PathVariable String key, @PathVariable int version) {
    var round = rounds.named(key);
    return file(
        publications.bundle(round, version),
        MediaType.parseMediaType("application/zip"),
        "ket-qua-%s-v%d.zip".formatted(key, version));
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
