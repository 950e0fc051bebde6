package thangdiem.account;

import org.springframework.stereotype.Component;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;
import thangdiem.words.VietnamTime;

/** The units of today, read once for each request that needs them. */
@Component
class UnitChoices {

  private final OrgUnits units;
  private final InvitationTable table;

  UnitChoices(OrgUnits units, InvitationTable table) {
    this.units = units;
    this.table = table;
  }

  UnitChoice today() {
    var today = table.now().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    return new UnitChoice(units.all(), today);
  }

  /** The unit of that code, whether it still exists or not. */
  OrgUnit anyTime(String code) {
    return units.named(code);
  }

  /** In which the roles of the whole province are held. */
  OrgUnit province() {
    return units.province().orElseThrow(() -> new IllegalStateException("no province"));
  }
}
