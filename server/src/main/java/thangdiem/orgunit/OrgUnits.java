package thangdiem.orgunit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Event;
import thangdiem.audit.NotFound;
import thangdiem.criteria.CriteriaSet;

/** The units of the installation (các đơn vị). */
@Component
public class OrgUnits {

  private final OrgUnitTable table;
  private final UnitHistoryTable history;

  OrgUnits(OrgUnitTable table, UnitHistoryTable history) {
    this.table = table;
    this.history = history;
  }

  /** All units, in the order of the decision. */
  public List<OrgUnit> all() {
    return table.all();
  }

  /** The groups in which units are ranked, in the order of the decision. */
  public List<RankingGroup> groups() {
    return table.groups();
  }

  /**
   * The unit of that code.
   *
   * @throws NotFound when there is none
   */
  public OrgUnit named(String code) {
    return Optional.of(code)
        .filter(UnitCheck::isCode)
        .flatMap(table::byCode)
        .orElseThrow(() -> new NotFound("unit " + code));
  }

  /** The unit above all others; absent before the installation is set up. */
  public Optional<OrgUnit> province() {
    return table.province();
  }

  /** The unit of that id. */
  public Optional<OrgUnit> withId(UUID id) {
    return table.byId(id);
  }

  /** Adds a unit; called within an act that says so. */
  public void add(OrgUnit unit) {
    table.add(List.of(unit));
  }

  /** Everything known of the units now, in Vietnamese order of their names. */
  UnitRegister register() {
    return new UnitRegister(
        new UnitIndex(table.byName()), table.groups(), history.all(), history.today());
  }

  /** The same within an act, and nobody else changes it until the act is done. */
  UnitRegister locked() {
    table.lock();
    return register();
  }

  /** What taking over the units that a criteria set lists would do. */
  UnitPlan planned(CriteriaSet set) {
    return CriteriaUnits.plan(set, register());
  }

  /**
   * Takes over the units and groups that a criteria set lists (Phụ lục 1): adds who is missing,
   * changes whom the decision now lists otherwise and keeps their former names, leaves all others;
   * doing it again changes nothing. Called within an act, whose event is told what was done.
   */
  public void takeOver(CriteriaSet set, Event event) {
    takeOver(set, CriteriaUnits.plan(set, locked()), event);
  }

  void takeOver(CriteriaSet set, UnitPlan plan, Event event) {
    for (int i = 0; i < set.groups().size(); i++) {
      var group = set.groups().get(i);
      table.name(
          new RankingGroup(group.id(), group.name(), group.shortName(), i + 1, group.ranked()));
    }
    event.with("criteria", set.id());
    carryOut(plan, event);
  }

  /** Does what a plan says, made of the units as they are in this act, and tells the event. */
  void carryOut(UnitPlan plan, Event event) {
    table.add(plan.added());
    plan.changed().forEach(this::apply);
    plan.tell(event, register().index());
  }

  /** Changes one unit and keeps what it leaves behind. */
  void apply(UnitChange change) {
    history.keep(change);
    table.change(change.after());
  }
}
