package thangdiem.round;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Event;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.exchange.CriteriaSource;
import thangdiem.orgunit.OrgUnit;
import thangdiem.scoring.Policy;

/**
 * What a round is judged by, as long as it is a draft (thiết lập đợt). Each change names the
 * version it read: of two people at once, the second is told.
 */
@Component
public class RoundSetup {

  private final RoundTable table;
  private final RoundUnitTable participants;
  private final CalendarTable calendars;
  private final DeductionTable deductions;
  private final Editions editions;
  private final Acts acts;

  RoundSetup(
      RoundTable table,
      RoundUnitTable participants,
      CalendarTable calendars,
      DeductionTable deductions,
      Editions editions,
      Acts acts) {
    this.table = table;
    this.participants = participants;
    this.calendars = calendars;
    this.deductions = deductions;
    this.editions = editions;
    this.acts = acts;
  }

  /** Sets the criteria set; amounts of deductions that it also has are kept. */
  public void setCriteria(Actor actor, Round round, CriteriaSource source) {
    change(
        actor,
        Act.ROUND_RULES_SET,
        round,
        event -> {
          setRules(event, round, source, round.policy());
          deductions.set(
              round.id(), carriedOver(source.file().set(), deductions.amounts(round.id())));
        });
  }

  private static Map<String, Optional<Points>> carriedOver(
      CriteriaSet set, Map<String, Optional<Points>> before) {
    var amounts = new LinkedHashMap<String, Optional<Points>>();
    set.deductions()
        .forEach(kind ->
            amounts.put(
                kind.kind(), before.getOrDefault(kind.kind(), Optional.empty()).or(kind::points)));
    return amounts;
  }

  /** Changes the policy and keeps the criteria set. */
  public void setPolicy(Actor actor, Round round, Policy policy) {
    change(
        actor,
        Act.ROUND_RULES_SET,
        round,
        event ->
            setRules(
                event,
                round,
                editions.source(round.criteriaSha256(), () -> table.criteriaYaml(round.id())),
                policy));
  }

  private void setRules(Event event, Round round, CriteriaSource source, Policy policy) {
    var sha256 = Rounds.sha256(source);
    event.with("criteria", source.file().set().id()).with("sha256", sha256);
    policy.settings().forEach((key, value) -> event.with("policy." + key, value));
    table.setRules(round.id(), source.file().set().id(), source.file().text(), sha256, policy);
  }

  public void setUnits(Actor actor, Round round, Collection<OrgUnit> units) {
    change(
        actor,
        Act.ROUND_UNITS_SET,
        round,
        event -> {
          event.with(
              "units", String.join(" ", units.stream().map(OrgUnit::code).sorted().toList()));
          participants.set(round.id(), units);
        });
  }

  public void setCalendar(Actor actor, Round round, RoundCalendar calendar) {
    change(
        actor,
        Act.ROUND_CALENDAR_SET,
        round,
        event -> {
          calendar.instants().forEach((milestone, at) -> event.with(milestone.name(), at));
          calendars.setCalendar(round.id(), calendar);
        });
  }

  /** Sets what is deducted; whatever is found otherwise counts. */
  public void setDeductions(Actor actor, Round round, Map<String, Optional<Points>> amounts) {
    setDeductions(actor, round, amounts, "0");
  }

  /**
   * Sets what is deducted.
   *
   * @param tolerance in per cent of what was claimed: within it nothing is deducted
   */
  public void setDeductions(
      Actor actor, Round round, Map<String, Optional<Points>> amounts, String tolerance) {
    change(
        actor,
        Act.ROUND_DEDUCTIONS_SET,
        round,
        event -> {
          amounts.forEach(
              (kind, points) -> event.with(kind, points.map(Points::toString).orElse("")));
          event.with("tolerance", tolerance);
          deductions.set(round.id(), amounts, tolerance);
        });
  }

  private void change(Actor actor, Act act, Round round, Consumer<Event> change) {
    if (round.phase() != Phase.DRAFT) {
      throw new Refusal("round.frozen");
    }
    acts.run(
        actor,
        act,
        Subject.round(round.id()),
        event -> {
          if (!table.claim(round)) {
            throw new Refusal("round.changedMeanwhile");
          }
          change.accept(event);
        });
  }
}
