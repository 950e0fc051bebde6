package thangdiem.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.ScoringRule;
import thangdiem.criteria.Section;
import thangdiem.scoring.Reasons;

/** The method in words (phương pháp), generated from the criteria set that the bundle holds. */
public record MethodPage(
    Frame frame,
    String lead,
    List<Weight> weights,
    List<Kind> kinds,
    List<Step> grades,
    List<String> policies,
    String firmness,
    List<String> deductions,
    String deadline,
    String period) {

  /** A section and what it weighs. */
  public record Weight(String name, String max, String criteria, String style, String width) {}

  /** A kind of rule with one criterion worked out for a real unit. */
  public record Kind(
      String name,
      String meaning,
      String many,
      String exampleOf,
      List<String> facts,
      String rule,
      String arithmetic,
      String calculator) {}

  public record Step(String name, String style, String from) {}

  static MethodPage of(Drawing drawing, SitePlace place) {
    var set = drawing.set;
    long criteria = set.scored().count();
    var lead =
        drawing.say(
            "site.method.lead",
            drawing.figures.whole(criteria),
            set.scoredSections().size(),
            drawing.figures.most(set.scale()),
            drawing.figures.whole(set.facts().size()));
    return new MethodPage(
        drawing.frame(place, "method", "method", drawing.say("site.method"), lead),
        lead,
        set.sections().stream().map(section -> weight(drawing, section)).toList(),
        kinds(drawing),
        set.grades().highestFirst().stream()
            .map(grade ->
                new Step(
                    grade.name(),
                    drawing.style(grade),
                    grade
                        .floor()
                        .map(floor -> drawing.say("site.method.from", drawing.figures.most(floor)))
                        .orElseGet(() -> drawing.say("site.method.below"))))
            .toList(),
        policies(drawing),
        firmness(drawing),
        set.deductions().stream().map(kind -> kind.name()).toList(),
        drawing.say("site.method.deadline", set.deadline().at().in(set.year())),
        drawing.say(
            "site.method.period",
            set.period().from().in(set.year()),
            set.period().to().in(set.year())));
  }

  private static Weight weight(Drawing drawing, Section section) {
    var most = Drawing.greatest(section);
    return new Weight(
        section.printedNumber() + ". " + section.name(),
        drawing.figures.most(most),
        drawing.say("site.method.criteria", section.scored().count()),
        drawing.style(section),
        Figures.along(most.value(), drawing.set.scale().value()));
  }

  /** How ranks were measured; or why not, and how anyone can. */
  private static String firmness(Drawing drawing) {
    long draws = drawing.edition.draws();
    return draws > 0
        ? drawing.say("site.method.firmness.measured", drawing.figures.whole(draws))
        : drawing.say(
            "site.method.firmness.not", drawing.figures.whole(drawing.edition.units().size()));
  }

  private static List<String> policies(Drawing drawing) {
    var policies = new ArrayList<String>();
    drawing
        .edition
        .round()
        .standings()
        .policy()
        .settings()
        .forEach((key, value) -> {
          var words = "page.policy." + key + "." + value;
          if (drawing.words.keys().contains(words)) {
            policies.add(drawing.words.say(words));
          }
        });
    return policies;
  }

  private static List<Kind> kinds(Drawing drawing) {
    Map<String, List<ScoredCriterion>> byKind =
        drawing
            .set
            .scored()
            .collect(
                Collectors.groupingBy(
                    criterion -> name(criterion.rule()), LinkedHashMap::new, Collectors.toList()));
    return byKind.entrySet().stream()
        .sorted((one, other) -> other.getValue().size() - one.getValue().size())
        .flatMap(kind -> kind(drawing, kind.getKey(), kind.getValue()).stream())
        .toList();
  }

  private static String name(ScoringRule rule) {
    return rule instanceof ScoringRule.ByGroup(var rules) && !rules.isEmpty()
        ? name(rules.values().iterator().next())
        : rule.getClass().getSimpleName();
  }

  /** The first criterion of that kind for which the first unit has points. */
  private static Optional<Kind> kind(Drawing drawing, String name, List<ScoredCriterion> criteria) {
    var reasons =
        new Reasons(drawing.set, drawing.edition.round().standings().policy(), drawing.words);
    return drawing.edition.round().standings().inOrder().stream()
        .flatMap(unit ->
            unit.sheet().lines().stream()
                .filter(line -> criteria.contains(line.criterion()))
                .filter(line -> line.counts() && line.points().compareTo(Points.NONE) > 0)
                .map(line -> {
                  var reason = reasons.of(line, unit.sheet().answers());
                  return new Kind(
                      drawing.say("site.kind." + name),
                      drawing.say("site.kind." + name + ".say"),
                      drawing.say("site.method.criteria", criteria.size()),
                      drawing.say(
                          "site.method.example",
                          line.criterion().code(),
                          line.criterion().name(),
                          unit.sheet().answers().name()),
                      reason.facts(),
                      reason.rule(),
                      reason.arithmetic(),
                      drawing.address.below("method/calculator")
                          + "?criterion="
                          + line.criterion().code());
                }))
        .findFirst();
  }
}
