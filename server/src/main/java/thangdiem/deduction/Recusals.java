package thangdiem.deduction;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.RoundUnit;

/** Which units somebody may judge (hồi tránh), so that they are offered no others. */
@Component
class Recusals {

  private final JdbcClient sql;

  Recusals(JdbcClient sql) {
    this.sql = sql;
  }

  /** Those of the units to which the person has no ties. */
  List<RoundUnit> free(Actor actor, List<RoundUnit> units) {
    var free =
        new HashSet<>(
            sql.sql(
                    """
                    select unit from unnest(cast(:units as uuid[])) as unit
                    except select unit from recused_units(:account)
                    """)
                .param("units", units.stream().map(RoundUnit::unit).toArray(UUID[]::new))
                .param("account", actor.account())
                .query(UUID.class)
                .list());
    return units.stream().filter(unit -> free.contains(unit.unit())).toList();
  }
}
