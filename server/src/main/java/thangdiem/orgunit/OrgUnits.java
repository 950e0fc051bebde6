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

  OrgUnits(OrgUnitTable table) {
    this.table = table;
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
    return table.byCode(code).orElseThrow(() -> new NotFound("unit " + code));
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

  /** What taking over the units that a criteria set lists would do. */
  UnitPlan planned(CriteriaSet set) {
    var province =
        province().orElseThrow(() -> new IllegalStateException("no province to take units over"));
    return CriteriaUnits.plan(set, province, all());
  }

  /**
   * Takes over the units and groups that a criteria set lists (Phụ lục 1): adds who is missing,
   * changes whom the decision now lists otherwise and keeps their former names, leaves all others;
   * doing it again changes nothing. Called within an act, whose event is told what was done.
   */
  public void takeOver(CriteriaSet set, Event event) {
    var plan = planned(set);
    for (int i = 0; i < set.groups().size(); i++) {
      var group = set.groups().get(i);
      table.name(
          new RankingGroup(group.id(), group.name(), group.shortName(), i + 1, group.ranked()));
    }
    table.add(plan.added());
    for (var change : plan.changed()) {
      if (change.renames()) {
        table.keepName(
            change.before(), set.legalBasis().issuedOn().minusDays(1), set.legalBasis().number());
      }
      table.change(change.after());
    }
    event.with("criteria", set.id());
    plan.tell(event);
  }
}
