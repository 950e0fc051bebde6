package thangdiem.round;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
import thangdiem.scoring.Policy;

/** How a round settles what the decision leaves open (chọn chính sách). */
@Controller
class PolicySetupController {

  private static final String STEP = "policy";

  private final SetupFrames frames;
  private final Rounds rounds;
  private final RoundSetup setup;
  private final PolicyEffects effects;

  PolicySetupController(
      SetupFrames frames, Rounds rounds, RoundSetup setup, PolicyEffects effects) {
    this.frames = frames;
    this.rounds = rounds;
    this.setup = setup;
    this.effects = effects;
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/policy")
  String show(@PathVariable String key, Model model) {
    var frame = frames.of(key, STEP);
    return page(frame, frame.round().policy(), model);
  }

  private String page(SetupPage.Frame frame, Policy chosen, Model model) {
    var earlier = effects.earlier(frame.round(), rounds.source(frame.round()));
    model.addAttribute(
        "setup",
        new SetupPage.PolicyStep(
            frame,
            chosen.settings(),
            PolicyChoices.VALUES,
            earlier.map(PolicyEffects.Earlier::round),
            earlier
                .map(answers -> effects.of(rounds.criteria(frame.round()), chosen, answers))
                .orElse(Map.of())));
    return "round/setup-policy";
  }

  @Performs(Act.ROUND_RULES_SET)
  @PostMapping("/rounds/{key}/setup/policy")
  String set(
      Actor actor,
      @PathVariable String key,
      @RequestParam int version,
      @RequestParam(defaultValue = "false") boolean onward,
      @RequestParam Map<String, String> form,
      HttpServletResponse response,
      Model model) {
    var frame = frames.forChange(key, STEP, version, response);
    var policy = chosen(frame.round().policy(), form);
    if (frame.refused().isPresent()) {
      return page(frame, policy, model);
    }
    setup.setPolicy(actor, frame.round(), policy);
    return frame.kept(onward);
  }

  private static Policy chosen(Policy before, Map<String, String> form) {
    var policy = before;
    for (var choice : PolicyChoices.VALUES.entrySet()) {
      var value = form.get(choice.getKey());
      if (value != null) {
        if (!choice.getValue().contains(value)) {
          throw new Refusal("policy.noValue", choice.getKey(), value);
        }
        policy = policy.with(choice.getKey(), value);
      }
    }
    return policy;
  }
}
