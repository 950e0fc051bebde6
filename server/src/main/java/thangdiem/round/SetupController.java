package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import thangdiem.criteria.Linter;
import thangdiem.criteria.Points;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/**
 * Setting up a round (thiết lập đợt), a page for each question; each is saved by itself, in any
 * order, until the round opens.
 */
@Controller
class SetupController {

  private final Rounds rounds;
  private final RoundTable table;
  private final Editions editions;
  private final PolicyEffects effects;
  private final OrgUnits units;

  SetupController(
      Rounds rounds, RoundTable table, Editions editions, PolicyEffects effects, OrgUnits units) {
    this.rounds = rounds;
    this.table = table;
    this.editions = editions;
    this.effects = effects;
    this.units = units;
  }

  private SetupPage.Frame frame(String key, String step) {
    var round = rounds.named(key);
    return new SetupPage.Frame(round, step, rounds.missingToOpen(round));
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/criteria")
  String criteria(@PathVariable String key, Model model) {
    var frame = frame(key, "criteria");
    var source = rounds.source(frame.round());
    model.addAttribute(
        "setup",
        new SetupPage.Criteria(
            frame, source.file().set(), editions.names(), Linter.findings(source.file())));
    return "round/setup-criteria";
  }

  @Performs(Act.ROUND_RULES_SET)
  @PostMapping("/rounds/{key}/setup/criteria")
  String setCriteria(Actor actor, @PathVariable String key, @RequestParam String edition) {
    if (!editions.names().contains(edition)) {
      throw new Refusal("round.noEdition", edition);
    }
    var round = rounds.named(key);
    rounds.setRules(actor, round, editions.named(edition), round.policy());
    return "redirect:/rounds/" + key + "/setup/criteria";
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/policy")
  String policy(@PathVariable String key, Model model) {
    var frame = frame(key, "policy");
    model.addAttribute(
        "setup",
        new SetupPage.PolicyStep(
            frame,
            frame.round().policy().settings(),
            PolicyChoices.VALUES,
            effects.of(frame.round(), rounds.source(frame.round()))));
    return "round/setup-policy";
  }

  @Performs(Act.ROUND_RULES_SET)
  @PostMapping("/rounds/{key}/setup/policy")
  String setPolicy(Actor actor, @PathVariable String key, @RequestParam Map<String, String> form) {
    var round = rounds.named(key);
    var policy = round.policy();
    for (var choice : PolicyChoices.VALUES.entrySet()) {
      var value = form.get(choice.getKey());
      if (value != null) {
        if (!choice.getValue().contains(value)) {
          throw new Refusal("policy.noValue", choice.getKey(), value);
        }
        policy = policy.with(choice.getKey(), value);
      }
    }
    rounds.setPolicy(actor, round, policy);
    return "redirect:/rounds/" + key + "/setup/policy";
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/units")
  String units(@PathVariable String key, Model model) {
    var frame = frame(key, "units");
    var chosen = new java.util.HashSet<java.util.UUID>();
    table.units(frame.round().id()).forEach(unit -> chosen.add(unit.unit()));
    model.addAttribute(
        "setup",
        new SetupPage.Units(frame, rounds.criteria(frame.round()).groups(), rankable(), chosen));
    return "round/setup-units";
  }

  @Performs(Act.ROUND_UNITS_SET)
  @PostMapping("/rounds/{key}/setup/units")
  String setUnits(
      Actor actor,
      @PathVariable String key,
      @RequestParam(name = "unit", defaultValue = "") List<String> codes) {
    var wanted = Set.copyOf(codes);
    rounds.setUnits(
        actor,
        rounds.named(key),
        rankable().stream().filter(unit -> wanted.contains(unit.code())).toList());
    return "redirect:/rounds/" + key + "/setup/units";
  }

  private List<OrgUnit> rankable() {
    return units.all().stream().filter(unit -> unit.rankingGroup().isPresent()).toList();
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/calendar")
  String calendar(@PathVariable String key, Model model) {
    var frame = frame(key, "calendar");
    var calendar = table.calendar(frame.round().id());
    model.addAttribute("setup", calendarPage(frame, typed(calendar), Map.of()));
    return "round/setup-calendar";
  }

  @Performs(Act.ROUND_CALENDAR_SET)
  @PostMapping("/rounds/{key}/setup/calendar")
  String setCalendar(
      Actor actor, @PathVariable String key, @RequestParam Map<String, String> form, Model model) {
    var round = rounds.named(key);
    var instants = new EnumMap<Milestone, OffsetDateTime>(Milestone.class);
    var wrong = new LinkedHashMap<Milestone, Sentence>();
    var typed = new EnumMap<Milestone, String>(Milestone.class);
    for (var milestone : Milestone.values()) {
      var text = form.getOrDefault(milestone.name(), "").strip();
      typed.put(milestone, text);
      if (!text.isEmpty()) {
        VietnamTime.read(text)
            .ifPresentOrElse(
                at -> instants.put(milestone, at),
                () -> wrong.put(milestone, Sentence.of("calendar.form", text)));
      }
    }
    if (!wrong.isEmpty()) {
      model.addAttribute("setup", calendarPage(frame(key, "calendar"), typed, wrong));
      return "round/setup-calendar";
    }
    rounds.setCalendar(actor, round, new RoundCalendar(instants));
    return "redirect:/rounds/" + key + "/setup/calendar";
  }

  private SetupPage.Calendar calendarPage(
      SetupPage.Frame frame, Map<Milestone, String> typed, Map<Milestone, Sentence> wrong) {
    var days = table.workingDays();
    var notes = new EnumMap<Milestone, Sentence>(Milestone.class);
    typed.forEach((milestone, text) ->
        VietnamTime.read(text)
            .ifPresent(at -> {
              var day =
                  milestone.ends()
                      ? RoundCalendar.lastDay(at)
                      : at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
              days.holiday(day)
                  .map(holiday -> Sentence.of("calendar.holiday", day, holiday))
                  .or(() ->
                      days.isWorked(day)
                          ? Optional.empty()
                          : Optional.of(Sentence.of("calendar.weekend", day)))
                  .ifPresent(note -> notes.put(milestone, note));
              if (milestone.ends() && !notes.containsKey(milestone)) {
                notes.put(milestone, Sentence.of("calendar.lastDay", day));
              }
            }));
    return new SetupPage.Calendar(
        frame, typed, wrong, notes, table.calendar(frame.round().id()).contradictions());
  }

  private static Map<Milestone, String> typed(RoundCalendar calendar) {
    var typed = new EnumMap<Milestone, String>(Milestone.class);
    calendar.instants().forEach((milestone, at) -> typed.put(milestone, VietnamTime.show(at)));
    return typed;
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/deductions")
  String deductions(@PathVariable String key, Model model) {
    var frame = frame(key, "deductions");
    var typed = new LinkedHashMap<String, String>();
    table
        .deductions(frame.round().id())
        .forEach((kind, points) -> typed.put(kind, points.map(SetupController::shown).orElse("")));
    model.addAttribute(
        "setup",
        new SetupPage.Deductions(
            frame, rounds.criteria(frame.round()).deductions(), typed, Set.of()));
    return "round/setup-deductions";
  }

  private static String shown(Points points) {
    return points.toString().replace('.', ',');
  }

  @Performs(Act.ROUND_DEDUCTIONS_SET)
  @PostMapping("/rounds/{key}/setup/deductions")
  String setDeductions(
      Actor actor, @PathVariable String key, @RequestParam Map<String, String> form, Model model) {
    var round = rounds.named(key);
    var kinds = rounds.criteria(round).deductions();
    var amounts = new LinkedHashMap<String, Optional<Points>>();
    var typed = new LinkedHashMap<String, String>();
    var wrong = new ArrayList<String>();
    for (var kind : kinds) {
      var text = form.getOrDefault(kind.kind(), "").strip().replace(',', '.');
      typed.put(kind.kind(), text.replace('.', ','));
      if (text.isEmpty()) {
        amounts.put(kind.kind(), Optional.empty());
      } else if (text.matches("\\d{1,4}(\\.\\d{1,2})?")) {
        amounts.put(kind.kind(), Optional.of(Points.of(text)));
      } else {
        wrong.add(kind.kind());
      }
    }
    if (!wrong.isEmpty()) {
      model.addAttribute(
          "setup",
          new SetupPage.Deductions(frame(key, "deductions"), kinds, typed, Set.copyOf(wrong)));
      return "round/setup-deductions";
    }
    rounds.setDeductions(actor, round, amounts);
    return "redirect:/rounds/" + key + "/setup/deductions";
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/open")
  String open(@PathVariable String key, Model model) {
    var frame = frame(key, "open");
    var round = frame.round();
    model.addAttribute(
        "setup",
        new SetupPage.Open(
            frame,
            rounds.criteria(round),
            table.units(round.id()).size(),
            table.calendar(round.id()),
            table.deductions(round.id())));
    return "round/setup-open";
  }
}
