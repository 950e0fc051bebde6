package thangdiem.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Participation;
import thangdiem.round.Rounds;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** Plans of visits (lập kế hoạch kiểm tra). */
@Component
public class Plans {

  private final Rounds rounds;
  private final Reports reports;
  private final Proposals proposals;
  private final PlanTable table;
  private final Acts acts;

  Plans(Rounds rounds, Reports reports, Proposals proposals, PlanTable table, Acts acts) {
    this.rounds = rounds;
    this.reports = reports;
    this.proposals = proposals;
    this.table = table;
    this.acts = acts;
  }

  /** The form as it stands, or as it was typed. */
  PlanPage page(Participation part, Optional<PlanForm> typed, Map<String, Sentence> wrong) {
    var report = reports.of(part.round(), part.unit());
    var facts = facts(part);
    var form =
        typed
            .or(() -> table.of(part.round().id(), part.unit().unit()).map(PlanForm::of))
            .orElseGet(() -> PlanForm.proposed(report, ids(facts)));
    return new PlanPage(
        part.round(),
        part.unit(),
        form,
        table.inspectors(part.unit().unit()),
        facts.stream()
            .map(fact ->
                new PlanPage.Line(fact, declared(report, fact), report.doubts().about(fact.id())))
            .toList(),
        wrong);
  }

  private List<FactDefinition> facts(Participation part) {
    return rounds.criteria(part.round()).facts().values().stream()
        .filter(fact -> fact.collectedBy() == FactDefinition.Collector.UNIT)
        .toList();
  }

  private static Set<String> ids(List<FactDefinition> facts) {
    return facts.stream().map(FactDefinition::id).collect(Collectors.toSet());
  }

  private static String declared(Reports.Report report, FactDefinition fact) {
    return Optional.ofNullable(report.answers().facts().get(fact.id()))
        .map(value -> TypedFact.shown(fact, value))
        .orElse("");
  }

  /** Everything that is wrong with a form. */
  Map<String, Sentence> mistakes(Participation part, PlanForm form) {
    return form.mistakes(table.inspectors(part.unit().unit()), ids(facts(part)));
  }

  /**
   * Sets the plan up, which tells the unit.
   *
   * @throws Refusal when people have not decided to inspect it, or its minutes are out
   */
  public void plan(Actor actor, Participation part, PlanForm form) {
    Proposals.requireTime(part.round());
    var chosen = proposals.choices(part.round()).getOrDefault(part.unit().unit(), List.of());
    if (chosen.isEmpty() || !chosen.getLast().chosen()) {
      throw new Refusal("inspection.notChosen");
    }
    var report = reports.of(part.round(), part.unit());
    var items =
        facts(part).stream()
            .filter(fact -> form.facts().contains(fact.id()))
            .map(fact ->
                new Plan.Item(
                    fact.id(),
                    declared(report, fact),
                    List.copyOf(report.doubts().about(fact.id()))))
            .toList();
    var plan =
        new PlanTable.New(
            VietnamTime.read(form.starts()).orElseThrow(),
            form.place(),
            form.decision(),
            form.team(),
            items);
    Visits.guarded(() ->
        acts.run(
            actor,
            Act.INSPECTION_PLANNED,
            thangdiem.audit.Subject.round(part.round().id()).of(part.unit().unit()),
            event -> {
              event.with("version", form.version() + 1).with("decision", form.decision());
              if (!table.add(
                  part.round().id(),
                  part.unit().unit(),
                  form.version() + 1,
                  plan,
                  actor.account())) {
                throw new Refusal("inspection.changedMeanwhile");
              }
            }));
  }
}
