package thangdiem.orgunit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Role;
import thangdiem.words.Sentence;

/** The list of units and the page of each (xem đơn vị); everybody signed in may look. */
@Controller
class UnitsController {

  private static final int MOST_BELOW = 200;
  private static final int LONGEST_WORDS = 200;

  private final OrgUnits units;
  private final UnitHistoryTable history;
  private final UnitUseTable use;

  UnitsController(OrgUnits units, UnitHistoryTable history, UnitUseTable use) {
    this.units = units;
    this.history = history;
    this.use = use;
  }

  static boolean mayChange(Actor actor) {
    return actor.isAny(Role.ADMINISTRATOR, Role.ORGANISER);
  }

  @MayOpen
  @GetMapping("/units")
  String list(Actor actor, @RequestParam Map<String, String> query, Model model) {
    var register = units.register();
    var asked =
        new UnitsPage.Asked(
            shortened(text(query, "words")),
            text(query, "day"),
            text(query, "group"),
            text(query, "below"),
            text(query, "order").equals("NAME") ? UnitsPage.Order.NAME : UnitsPage.Order.DECISION,
            page(text(query, "page")));
    if (!asked.below().isEmpty() && register.index().coded(asked.below()).isEmpty()) {
      throw new NotFound("unit " + asked.below());
    }
    var typed = Typed.day(asked.day());
    Optional<Sentence> wrongDay =
        asked.day().isEmpty() || typed.isPresent()
            ? Optional.empty()
            : Optional.of(Sentence.of("unit.wrong.day", asked.day()));
    model.addAttribute(
        "units",
        UnitsPage.of(register, asked, typed.orElse(register.today()), wrongDay, mayChange(actor)));
    return "orgunit/units";
  }

  private static String text(Map<String, String> query, String name) {
    return Typed.text(Optional.ofNullable(query.get(name)).orElse(""));
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
  }

  private static int page(String typed) {
    return typed.matches("[1-9]\\d{0,4}") ? Integer.parseInt(typed) : 1;
  }

  @MayOpen
  @GetMapping("/units/{code}")
  String unit(Actor actor, @PathVariable String code, Model model) {
    var register = units.register();
    var unit = register.index().coded(code).orElseThrow(() -> new NotFound("unit " + code));
    var story = new UnitStory(unit, register, history.endDocument(unit));
    var below =
        register.index().below(unit.id()).stream()
            .filter(child -> child.existsOn(register.today()))
            .toList();
    var members = use.members(unit.id());
    var roles = new HashMap<String, Long>();
    members.forEach(member -> member.roles().forEach(role -> roles.merge(role, 1L, Long::sum)));
    model.addAttribute(
        "unit",
        new UnitPage(
            unit,
            register.labels(),
            register.today(),
            register.index().above(unit),
            below.stream().limit(MOST_BELOW).toList(),
            below.size(),
            register.index().below(unit.id()).stream()
                .filter(child -> child.validTo().filter(register.today()::isAfter).isPresent())
                .count(),
            story.steps(),
            story.names(),
            inRoleOrder(roles),
            members.size(),
            mayChange(actor) ? members : java.util.List.of(),
            use.rounds(unit.id()),
            mayChange(actor),
            actor.isAny(Role.AUDITOR)));
    return "orgunit/unit";
  }

  private static Map<String, Long> inRoleOrder(Map<String, Long> roles) {
    var ordered = new LinkedHashMap<String, Long>();
    for (var role : Role.values()) {
      Optional.ofNullable(roles.get(role.name()))
          .ifPresent(count -> ordered.put(role.name(), count));
    }
    return ordered;
  }
}
