package thangdiem.orgunit;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works in a unit and in which rounds it takes part: rows of others, only read here. */
@Component
class UnitUseTable {

  private final JdbcClient sql;

  UnitUseTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Those who hold a role in the unit, or work there. */
  List<UnitPage.Member> members(UUID unit) {
    return sql.sql(
            """
            select account.name, account.post,
                   coalesce(string_agg(held.role, ' ' order by held.role), '') as roles
              from account
              left join account_role held on held.account = account.id and held.unit = :unit
             where account.disabled_at is null
               and (account.works_in = :unit or held.unit is not null)
             group by account.id, account.name, account.post
             order by account.name collate vietnamese
            """)
        .param("unit", unit)
        .query((row, _) ->
            new UnitPage.Member(
                row.getString("name"),
                row.getString("post"),
                row.getString("roles").isEmpty()
                    ? List.of()
                    : List.of(row.getString("roles").split(" "))))
        .list();
  }

  /** The rounds that hold the unit as it was when they opened. */
  List<UnitPage.Taking> rounds(UUID unit) {
    return sql.sql(
            """
            select round.name as round_name, round.phase, round_unit.name,
                   round_unit.ranking_group
              from round_unit
              join round on round.id = round_unit.round
             where round_unit.unit = :unit and round.phase not in ('DRAFT', 'PUBLISHED')
             order by round.year desc, round.rehearsal
            """)
        .param("unit", unit)
        .query((row, _) ->
            new UnitPage.Taking(
                row.getString("round_name"),
                row.getString("phase"),
                row.getString("name"),
                row.getString("ranking_group")))
        .list();
  }
}
