package thangdiem.orgunit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;

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
    return all().stream().filter(unit -> unit.kind() == OrgUnit.Kind.PROVINCE).findFirst();
  }

  /** The unit of that id. */
  public Optional<OrgUnit> withId(UUID id) {
    return all().stream().filter(unit -> unit.id().equals(id)).findFirst();
  }

  /** Adds a unit; called within an act that says so. */
  public void add(OrgUnit unit) {
    table.add(unit);
  }
}
