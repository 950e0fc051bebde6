package thangdiem.round;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;

/** Who takes part in a round (chọn đơn vị tham gia). */
@Controller
class UnitsSetupController {

  private static final String STEP = "units";

  private final SetupFrames frames;
  private final Rounds rounds;
  private final RoundSetup setup;
  private final OrgUnits units;

  UnitsSetupController(SetupFrames frames, Rounds rounds, RoundSetup setup, OrgUnits units) {
    this.frames = frames;
    this.rounds = rounds;
    this.setup = setup;
    this.units = units;
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/units")
  String show(@PathVariable String key, Model model) {
    var frame = frames.of(key, STEP);
    var chosen =
        rounds.units(frame.round()).stream().map(RoundUnit::code).collect(Collectors.toSet());
    return page(frame, chosen, model);
  }

  private String page(SetupPage.Frame frame, Set<String> chosen, Model model) {
    var set = rounds.criteria(frame.round());
    var inAGroup =
        rankable().stream()
            .collect(
                Collectors.partitioningBy(
                    unit -> unit.rankingGroup().flatMap(set::group).isPresent()));
    model.addAttribute(
        "setup",
        new SetupPage.Units(
            frame,
            set.groups(),
            inAGroup.getOrDefault(true, List.of()),
            inAGroup.getOrDefault(false, List.of()),
            chosen));
    return "round/setup-units";
  }

  @Performs(Act.ROUND_UNITS_SET)
  @PostMapping("/rounds/{key}/setup/units")
  String set(
      Actor actor,
      @PathVariable String key,
      @RequestParam int version,
      @RequestParam(defaultValue = "false") boolean onward,
      @RequestParam(name = "unit", defaultValue = "") List<String> codes,
      HttpServletResponse response,
      Model model) {
    var frame = frames.forChange(key, STEP, version, response);
    var wanted = Set.copyOf(codes);
    if (frame.refused().isPresent()) {
      return page(frame, wanted, model);
    }
    setup.setUnits(actor, frame.round(), named(wanted));
    return frame.kept(onward);
  }

  /** All of them: one that does not exist is not passed over. */
  private List<OrgUnit> named(Set<String> codes) {
    var found = rankable().stream().filter(unit -> codes.contains(unit.code())).toList();
    var unknown = new HashSet<>(codes);
    found.forEach(unit -> unknown.remove(unit.code()));
    if (!unknown.isEmpty()) {
      throw new NotFound("units " + unknown);
    }
    return found;
  }

  private List<OrgUnit> rankable() {
    return units.all().stream().filter(unit -> unit.rankingGroup().isPresent()).toList();
  }
}
