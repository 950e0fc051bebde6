package thangdiem.orgunit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;

/** Units that a test makes for itself, and what it reads of them without our own pages. */
final class UnitsOfATest {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final OrgUnits units;
  private final Acts acts;
  private final JdbcClient sql;

  UnitsOfATest(OrgUnits units, Acts acts, JdbcClient sql) {
    this.units = units;
    this.acts = acts;
    this.sql = sql;
  }

  /** A code that no other test has. */
  static String code(String begin) {
    return begin + "-" + NUMBER.incrementAndGet() + "-thu";
  }

  OrgUnit agency(String name) {
    return below(units.province().orElseThrow().id(), OrgUnit.Kind.AGENCY, name);
  }

  OrgUnit commune(OrgUnit above, String name) {
    return below(above.id(), OrgUnit.Kind.COMMUNE, name);
  }

  OrgUnit below(UUID above, OrgUnit.Kind kind, String name) {
    var unit =
        new OrgUnit(
            UUID.randomUUID(),
            code("don-vi"),
            Optional.of(above),
            kind,
            Optional.empty(),
            false,
            name,
            name,
            Optional.empty(),
            NUMBER.get(),
            Optional.empty(),
            Optional.empty(),
            1);
    add(List.of(unit));
    return unit;
  }

  void add(List<OrgUnit> added) {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          added.forEach(units::add);
          return event.with("units", added.size());
        });
  }

  /** Gives a unit its first day, as if it had been entered so. */
  void beginning(OrgUnit unit, String day) {
    changed("update org_unit set valid_from = ?::date where id = ?", day, unit.id());
  }

  /** Changes rows without our own pages, with an event all the same. */
  void changed(String statement, Object... parameters) {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          sql.sql(statement).params(parameters).update();
          return event.with("statement", statement);
        });
  }

  OrgUnit now(OrgUnit unit) {
    return units.named(unit.code());
  }

  /** What the forms send of a unit as it is, so that a test changes one field. */
  Map<String, String> form(OrgUnit unit) {
    var now = UnitForm.of(now(unit), units.register().index());
    var fields = new java.util.HashMap<String, String>();
    for (var field : UnitField.values()) {
      if (field != UnitField.VERTICAL) {
        fields.put(field.key(), now.text(field));
      }
    }
    return fields;
  }

  /** The payloads of a unit's events of that kind, the oldest first. */
  List<String> events(Act act, OrgUnit unit) {
    return sql.sql(
            "select payload from ledger_event where kind = :kind and unit = :unit order by at")
        .param("kind", act.name())
        .param("unit", unit.id())
        .query(String.class)
        .list();
  }

  long events() {
    return sql.sql("select count(*) from ledger_event where kind like 'UNIT%'")
        .query(Long.class)
        .single();
  }
}
