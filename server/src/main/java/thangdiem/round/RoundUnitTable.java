package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.orgunit.OrgUnit;

/** The rows of units that take part in a round. */
@Component
class RoundUnitTable {

  private final JdbcClient sql;

  RoundUnitTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The units that take part, in the decision's order. */
  List<RoundUnit> units(UUID round) {
    return sql.sql(
            """
            select unit, code, name, ranking_group, ordinal, submitted_at
              from round_unit
             where round = :round
             order by ranking_group, ordinal, code
            """)
        .param("round", round)
        .query((row, _) ->
            new RoundUnit(
                row.getObject("unit", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("ranking_group"),
                row.getInt("ordinal"),
                Optional.ofNullable(row.getObject("submitted_at", OffsetDateTime.class))))
        .list();
  }

  void set(UUID round, Collection<OrgUnit> units) {
    sql.sql("delete from round_unit where round = :round").param("round", round).update();
    for (var unit : units) {
      sql.sql(
              """
              insert into round_unit (round, unit, code, name, ranking_group, ordinal)
              values (:round, :unit, :code, :name, :group, :ordinal)
              """)
          .param("round", round)
          .param("unit", unit.id())
          .param("code", unit.code())
          .param("name", unit.name())
          .param("group", unit.rankingGroup().orElseThrow())
          .param("ordinal", unit.ordinal())
          .update();
    }
  }

  /**
   * The units of a round that one of the account's roles in a unit reaches, itself or from above.
   */
  List<UUID> reachedBy(UUID round, UUID account) {
    return sql.sql(
            """
            select distinct round_unit.unit
              from account_role held
              cross join lateral unit_and_below(held.unit) reached
              join round_unit on round_unit.unit = reached.id and round_unit.round = :round
             where held.account = :account and held.role in ('CLERK', 'HEAD')
            """)
        .param("round", round)
        .param("account", account)
        .query(UUID.class)
        .list();
  }
}
