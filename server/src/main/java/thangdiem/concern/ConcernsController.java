package thangdiem.concern;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
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
import thangdiem.audit.Role;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/** What readers reported, looked into and concluded by those who may (xử lý báo số liệu sai). */
@Controller
class ConcernsController {

  private final Rounds rounds;
  private final Concerns concerns;

  ConcernsController(Rounds rounds, Concerns concerns) {
    this.rounds = rounds;
    this.concerns = concerns;
  }

  @MayOpen({
    Role.ORGANISER,
    Role.COUNCIL_SECRETARY,
    Role.COUNCIL_MEMBER,
    Role.CHAIRMAN,
    Role.INSPECTOR,
    Role.AUDITOR
  })
  @GetMapping("/rounds/{key}/concerns")
  String all(
      Actor actor,
      @PathVariable String key,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    return page(actor, rounds.named(key), page, Optional.empty(), model);
  }

  private String page(
      Actor actor, Round round, int asked, Optional<ConcernsPage.Failed> failed, Model model) {
    var counts = concerns.counts(round);
    int pages = (int) Math.max(1, Math.ceilDiv(counts.all(), (long) Concerns.ON_A_PAGE));
    int number = Math.clamp(asked, 1, pages);
    var names = new LinkedHashMap<String, String>();
    rounds.criteria(round).scored().forEach(one -> names.put(one.code(), one.name()));
    model.addAttribute(
        "concerns",
        new ConcernsPage(
            round,
            counts.all(),
            counts.open(),
            number,
            pages,
            concerns.of(round, actor, number),
            names,
            actor.isAny(Role.ORGANISER, Role.COUNCIL_SECRETARY, Role.CHAIRMAN),
            actor.isAny(Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.CHAIRMAN),
            failed));
    return "concern/concerns";
  }

  @Performs(Act.CONCERN_TAKEN_UP)
  @PostMapping("/concerns/{concern}/taken")
  String takeUp(Actor actor, @PathVariable UUID concern) {
    var one = concerns.one(concern, actor);
    concerns.takeUp(actor, one);
    return back(one);
  }

  @Performs(Act.CONCERN_CONCLUDED)
  @PostMapping("/concerns/{concern}/concluded")
  String conclude(
      Actor actor,
      @PathVariable UUID concern,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    var one = concerns.one(concern, actor);
    var chosen =
        Stream.of(Outcome.values()).filter(known -> known.name().equals(outcome)).findFirst();
    var wrong =
        chosen.isEmpty()
            ? Optional.of("concern.conclude.outcome")
            : words.isBlank()
                ? Optional.of("concern.conclude.words")
                : words.codePointCount(0, words.length()) > ConcernForm.LONGEST_WORDS
                    ? Optional.of("concern.conclude.long")
                    : Optional.<String>empty();
    if (wrong.isPresent()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(
          actor,
          rounds.named(one.roundKey()),
          1,
          Optional.of(new ConcernsPage.Failed(concern, outcome, words, wrong.get())),
          model);
    }
    concerns.conclude(actor, one, chosen.orElseThrow(), words.strip());
    return back(one);
  }

  @Performs(Act.CONCERN_CONTACT_ERASED)
  @PostMapping("/concerns/{concern}/contact-erased")
  String eraseContact(Actor actor, @PathVariable UUID concern) {
    var one = concerns.one(concern, actor);
    concerns.eraseContact(actor, one);
    return back(one);
  }

  private static String back(Concern concern) {
    return "redirect:/rounds/" + concern.roundKey() + "/concerns";
  }
}
