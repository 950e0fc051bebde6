package thangdiem;

import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.account.Accounts;
import thangdiem.account.Person;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;
import thangdiem.database.DatabaseAccess;
import thangdiem.orgunit.OrgUnits;

/** The made-up province of the demo (dữ liệu dùng thử). */
@Component
class Demo {

  private final Accounts accounts;
  private final OrgUnits units;
  private final Acts acts;

  Demo(Accounts accounts, OrgUnits units, Acts acts) {
    this.accounts = accounts;
    this.units = units;
    this.acts = acts;
  }

  void fill(DatabaseAccess access) {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          var root = FirstAdministrator.provinceNamed("UBND tỉnh Hậu Giang");
          units.add(root);
          return accounts.make(
              new Person("quantri", "Nguyễn Quản Trị", "", Optional.empty(), Optional.empty()),
              "thu-nghiem",
              root.id(),
              Role.ADMINISTRATOR,
              root.id());
        });
  }
}
