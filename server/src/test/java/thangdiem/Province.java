package thangdiem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.account.Accounts;
import thangdiem.account.Person;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;

/** Units and people for tests, each new: so tests share a database without meeting. */
@Component
public class Province {

  public static final String PASSWORD = "một mật khẩu đủ dài";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final OrgUnits units;
  private final Accounts accounts;
  private final Acts acts;
  private final JdbcClient sql;

  Province(OrgUnits units, Accounts accounts, Acts acts, JdbcClient sql) {
    this.units = units;
    this.accounts = accounts;
    this.acts = acts;
    this.sql = sql;
  }

  /** Somebody with an account: their login signs in with {@link #PASSWORD}. */
  public record Somebody(UUID account, String login, UUID unit) {}

  /** The province's own unit, made once. */
  public synchronized UUID root() {
    return units
        .province()
        .map(OrgUnit::id)
        .orElseGet(() -> add(FirstAdministrator.provinceNamed("UBND tỉnh Hậu Giang")));
  }

  /** A new agency below the province. */
  public UUID agency(String name) {
    int number = NUMBER.incrementAndGet();
    return add(
        new OrgUnit(
            UUID.randomUUID(),
            "don-vi-" + number,
            Optional.of(root()),
            OrgUnit.Kind.AGENCY,
            Optional.of("department"),
            false,
            name,
            name,
            Optional.empty(),
            1000 + number,
            Optional.empty(),
            Optional.empty(),
            1));
  }

  /** A new commune below a unit. */
  public UUID commune(UUID above, String name) {
    int number = NUMBER.incrementAndGet();
    return add(
        new OrgUnit(
            UUID.randomUUID(),
            "xa-thu-" + number,
            Optional.of(above),
            OrgUnit.Kind.COMMUNE,
            Optional.empty(),
            false,
            name,
            name,
            Optional.empty(),
            number,
            Optional.empty(),
            Optional.empty(),
            1));
  }

  private UUID add(OrgUnit unit) {
    return acts.bySystem(
        Act.INSTALLED,
        event -> {
          units.add(unit);
          event.with("unit", unit.code());
          return unit.id();
        });
  }

  /** Somebody new with that role, in a new agency of their own or in the whole province. */
  public Somebody somebody(Role role) {
    return somebody(role, role.heldInOwnUnit() ? agency("Đơn vị của " + role) : root());
  }

  /** Somebody new who works in that unit; province-wide roles are held in the province. */
  public Somebody somebody(Role role, UUID worksIn) {
    var login = role.name().toLowerCase(java.util.Locale.ROOT) + NUMBER.incrementAndGet();
    var account =
        acts.bySystem(
            Act.INSTALLED,
            event -> {
              event.personally("login", login);
              return accounts.make(
                  new Person(login, "Người " + login, "", Optional.empty(), Optional.empty()),
                  PASSWORD,
                  worksIn,
                  role,
                  role.heldInOwnUnit() ? worksIn : root());
            });
    return new Somebody(account, login, worksIn);
  }

  /** Many who work in that unit and know the same password: its hash takes long, and serves all. */
  public List<Somebody> crowd(int many, Role role, UUID worksIn) {
    var first = somebody(role, worksIn);
    var others =
        IntStream.range(1, many).mapToObj(_ -> withPasswordOf(first, role, worksIn)).toList();
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  private Somebody withPasswordOf(Somebody first, Role role, UUID worksIn) {
    var login = role.name().toLowerCase(java.util.Locale.ROOT) + NUMBER.incrementAndGet();
    var person = new Person(login, "Người " + login, "", Optional.empty(), Optional.empty());
    var account =
        acts.bySystem(
            Act.INSTALLED,
            event -> {
              event.personally("login", login);
              var made = accounts.makeWithoutPassword(person, worksIn, role, worksIn);
              sql.sql(
                      """
                      update account
                         set password = (select password from account where id = :first)
                       where id = :made
                      """)
                  .param("first", first.account())
                  .param("made", made)
                  .update();
              return made;
            });
    return new Somebody(account, login, worksIn);
  }

  /** Changes rows past every page, with the event without which the database refuses. */
  public void change(String rows, Map<String, ?> values) {
    acts.bySystem(Act.INSTALLED, event -> sql.sql(rows).params(values).update());
  }

  /** The person as the application sees them. */
  public Actor actor(Somebody somebody) {
    return accounts.actor(somebody.account()).orElseThrow();
  }
}
