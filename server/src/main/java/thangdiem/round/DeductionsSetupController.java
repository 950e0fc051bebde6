package thangdiem.round;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
import thangdiem.criteria.Points;
import thangdiem.words.Sentence;

/** What each kind of deduction takes off (mức trừ, Đ6.4); empty: recorded, without effect. */
@Controller
class DeductionsSetupController {

  private static final String STEP = "deductions";
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,4}([.,]\\d{1,2})?");

  private static final String TOLERANCE = "tolerance";
  private static final Pattern PER_CENT = Pattern.compile("\\d{1,2}([.,]\\d{1,2})?");

  private final SetupFrames frames;
  private final Rounds rounds;
  private final RoundSetup setup;
  private final DeductionTable table;

  DeductionsSetupController(
      SetupFrames frames, Rounds rounds, RoundSetup setup, DeductionTable table) {
    this.frames = frames;
    this.rounds = rounds;
    this.setup = setup;
    this.table = table;
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/deductions")
  String show(@PathVariable String key, Model model) {
    var frame = frames.of(key, STEP);
    var typed = new LinkedHashMap<String, String>();
    table
        .amounts(frame.round().id())
        .forEach((kind, points) ->
            typed.put(kind, points.map(amount -> amount.toString().replace('.', ',')).orElse("")));
    typed.put(
        TOLERANCE,
        table
            .tolerance(frame.round().id())
            .toDecimal(2)
            .stripTrailingZeros()
            .toPlainString()
            .replace('.', ','));
    return page(frame, typed, Set.of(), model);
  }

  private String page(
      SetupPage.Frame frame, Map<String, String> typed, Set<String> wrong, Model model) {
    model.addAttribute(
        "setup",
        new SetupPage.Deductions(frame, rounds.criteria(frame.round()).deductions(), typed, wrong));
    return "round/setup-deductions";
  }

  @Performs(Act.ROUND_DEDUCTIONS_SET)
  @PostMapping("/rounds/{key}/setup/deductions")
  String set(
      Actor actor,
      @PathVariable String key,
      @RequestParam int version,
      @RequestParam(defaultValue = "false") boolean onward,
      @RequestParam Map<String, String> form,
      HttpServletResponse response,
      Model model) {
    var frame = frames.forChange(key, STEP, version, response);
    var amounts = new LinkedHashMap<String, Optional<Points>>();
    var typed = new LinkedHashMap<String, String>();
    var wrong = new HashSet<String>();
    for (var kind : rounds.criteria(frame.round()).deductions()) {
      var text = form.getOrDefault(kind.kind(), "").strip();
      typed.put(kind.kind(), text);
      if (text.isEmpty()) {
        amounts.put(kind.kind(), Optional.empty());
      } else if (AMOUNT.matcher(text).matches()) {
        amounts.put(kind.kind(), Optional.of(Points.of(text.replace(',', '.'))));
      } else {
        wrong.add(kind.kind());
      }
    }
    var tolerance = form.getOrDefault(TOLERANCE, "").strip();
    typed.put(TOLERANCE, tolerance);
    if (!tolerance.isEmpty() && !PER_CENT.matcher(tolerance).matches()) {
      wrong.add(TOLERANCE);
    }
    if (frame.refused().isPresent()) {
      return page(frame, typed, wrong, model);
    }
    if (!wrong.isEmpty()) {
      response.setStatus(SetupFrames.UNPROCESSABLE);
      return page(frame.refusing(Sentence.of("setup.mend", wrong.size())), typed, wrong, model);
    }
    setup.setDeductions(
        actor, frame.round(), amounts, tolerance.isEmpty() ? "0" : tolerance.replace(',', '.'));
    return frame.kept(onward);
  }
}
