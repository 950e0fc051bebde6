package thangdiem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.account.Accounts;
import thangdiem.account.DemoAccount;
import thangdiem.account.Person;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;
import thangdiem.exchange.CriteriaSource;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;

/**
 * Units and people of the demo (đơn vị và người dùng thử): those offered on the sign-in page, and
 * in every other unit somebody who fills in its form. One unit has nobody yet, for the board.
 */
@Component
class DemoPeople {

  static final String SECOND_ORGANISER = "phochutri";
  static final String COLLEAGUE = "canbo2";
  static final String WITHOUT_PEOPLE = "ban-dan-toc-tinh";
  private static final String PROVINCE = "tinh";
  private static final int EXTENSIONS = 100_000;

  private final Accounts accounts;
  private final OrgUnits units;
  private final Acts acts;
  private final JdbcClient sql;
  private final List<DemoAccount> offered;

  DemoPeople(
      Accounts accounts, OrgUnits units, Acts acts, JdbcClient sql, List<DemoAccount> offered) {
    this.accounts = accounts;
    this.units = units;
    this.acts = acts;
    this.sql = sql;
    this.offered = offered;
  }

  /** The accounts to try it with. */
  List<DemoAccount> offered() {
    return offered;
  }

  void installUnits(CriteriaSource source) {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          units.add(FirstAdministrator.provinceNamed("UBND tỉnh Hậu Giang"));
          units.takeOver(source.file().set(), event);
          return event;
        });
  }

  void install() {
    var byCode = new HashMap<String, UUID>();
    units.all().forEach(unit -> byCode.put(unit.code(), unit.id()));
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          offered.forEach(account -> offer(account, byCode));
          var province = unit(byCode, PROVINCE);
          accounts.makeWithoutPassword(
              person(SECOND_ORGANISER, "Võ Thị Hạnh"), province, Role.ORGANISER, province);
          var clerks = unit(byCode, DemoAccounts.CLERKS_UNIT);
          accounts.makeWithoutPassword(
              person(COLLEAGUE, "Phan Văn Lộc"), clerks, Role.CLERK, clerks);
          var names = new DemoNames();
          for (var unit : units.all()) {
            if (isOneOfTheOthers(unit)) {
              var number = "0293 3" + (EXTENSIONS + Math.floorMod(unit.code().hashCode(), 899_999));
              accounts.makeWithoutPassword(
                  new Person(
                      login(unit.code()),
                      names.next(),
                      "Cán bộ đầu mối",
                      Optional.empty(),
                      Optional.of(number)),
                  unit.id(),
                  Role.CLERK,
                  unit.id());
            }
          }
          return event.with("people", byCode.size());
        });
  }

  private static boolean isOneOfTheOthers(OrgUnit unit) {
    return unit.rankingGroup().isPresent()
        && !unit.code().equals(DemoAccounts.CLERKS_UNIT)
        && !unit.code().equals(WITHOUT_PEOPLE);
  }

  private void offer(DemoAccount account, Map<String, UUID> byCode) {
    var worksIn = unit(byCode, account.unit());
    accounts.make(
        person(account.login(), account.name()),
        account.password(),
        worksIn,
        account.role(),
        account.role().heldInOwnUnit() ? worksIn : unit(byCode, PROVINCE));
  }

  private static Person person(String login, String name) {
    return new Person(login, name, "", Optional.empty(), Optional.empty());
  }

  private static UUID unit(Map<String, UUID> byCode, String code) {
    return Optional.ofNullable(byCode.get(code)).orElseThrow();
  }

  private static String login(String unit) {
    return unit.equals(DemoAccounts.CLERKS_UNIT) ? "canbo" : "dm." + unit;
  }

  Actor actor(String login) {
    var account =
        sql.sql("select id from account where login = :login")
            .param("login", login)
            .query(UUID.class)
            .single();
    return accounts.actor(account).orElseThrow();
  }

  /** The clerk of a unit. */
  Actor clerk(String unit) {
    return actor(login(unit));
  }

  /** The clerk of a unit was here. */
  void signIn(String unit) {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          sql.sql("update account set last_sign_in = now_effective() where login = :login")
              .param("login", login(unit))
              .update();
          return event.with("signedIn", login(unit));
        });
  }
}
