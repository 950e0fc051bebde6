package thangdiem.round;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.criteria.Linter;
import thangdiem.exchange.CriteriaSource;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/** Which criteria set a round uses: one of those at hand, or an own one (chọn bộ tiêu chí). */
@Controller
class CriteriaSetupController {

  private static final String STEP = "criteria";
  private static final String OWN = "criteria.yaml";
  private static final int MOST_BYTES = 1 << 20;

  private final SetupFrames frames;
  private final Rounds rounds;
  private final RoundSetup setup;
  private final Editions editions;

  CriteriaSetupController(SetupFrames frames, Rounds rounds, RoundSetup setup, Editions editions) {
    this.frames = frames;
    this.rounds = rounds;
    this.setup = setup;
    this.editions = editions;
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/criteria")
  String show(@PathVariable String key, Model model) {
    return page(frames.of(key, STEP), "", List.of(), model);
  }

  private String page(SetupPage.Frame frame, String typed, List<Mistake> mistakes, Model model) {
    var source = rounds.source(frame.round());
    model.addAttribute(
        "setup",
        new SetupPage.Criteria(
            frame,
            source.file().set(),
            editions.names(),
            Linter.findings(source.file()),
            typed,
            mistakes));
    return "round/setup-criteria";
  }

  @Performs(Act.ROUND_RULES_SET)
  @PostMapping("/rounds/{key}/setup/criteria")
  String choose(
      Actor actor,
      @PathVariable String key,
      @RequestParam int version,
      @RequestParam String edition,
      HttpServletResponse response,
      Model model) {
    if (!editions.names().contains(edition)) {
      throw new Refusal("round.noEdition", edition);
    }
    var frame = frames.forChange(key, STEP, version, response);
    if (frame.refused().isPresent()) {
      return page(frame, "", List.of(), model);
    }
    setup.setCriteria(actor, frame.round(), editions.named(edition));
    return "redirect:/rounds/" + key + "/setup/criteria";
  }

  /** Takes an own set, from a file or mended on the page; its mistakes are told all at once. */
  @Performs(Act.ROUND_RULES_SET)
  @PostMapping("/rounds/{key}/setup/criteria/own")
  String own(
      Actor actor,
      @PathVariable String key,
      @RequestParam int version,
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "") String text,
      HttpServletResponse response,
      Model model)
      throws IOException {
    var frame = frames.forChange(key, STEP, version, response);
    var typed = text;
    try {
      if (file != null && !file.isEmpty()) {
        typed = file.getSize() > MOST_BYTES ? tooLarge() : text(file.getBytes());
      }
      if (frame.refused().isPresent()) {
        return page(frame, typed, List.of(), model);
      }
      var source = CriteriaSource.read(OWN, typed, "units.yaml", "", Map.of());
      setup.setCriteria(actor, frame.round(), source);
      return "redirect:/rounds/" + key + "/setup/criteria";
    } catch (BadInput bad) {
      response.setStatus(SetupFrames.UNPROCESSABLE);
      return page(
          frame.refusing(Sentence.of("setup.criteria.notTaken", bad.mistakes().size())),
          typed,
          bad.mistakes(),
          model);
    }
  }

  private static String text(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw BadInput.at(OWN, "file.notUtf8");
    }
  }

  private static String tooLarge() {
    throw BadInput.at(OWN, "setup.criteria.tooLarge");
  }
}
