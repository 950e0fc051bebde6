package thangdiem.report;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of people who judge, as far as they are recused. */
@Component
class JudgeTable {

  private final JdbcClient sql;

  JudgeTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Whoever judges in the round and belongs to one of its units, with those units. */
  List<ChairmanPage.Recused> recused(UUID round) {
    return sql.sql(
            """
            select account.name, office.name as works_in,
                   array_agg(one.name order by one.ordinal, one.code) as units
              from account
              join org_unit office on office.id = account.works_in
              cross join recused_units(account.id) own
              join round_unit one on one.round = :round and one.unit = own.unit
             where account.disabled_at is null
               and exists (
                     select from account_role held
                      where held.account = account.id
                        and held.role in ('ORGANISER', 'VERIFIER', 'INSPECTOR', 'COUNCIL_MEMBER',
                                          'COUNCIL_SECRETARY', 'CHAIRMAN'))
             group by account.id, account.name, office.name
             order by office.name, account.name
            """)
        .param("round", round)
        .query((row, _) ->
            new ChairmanPage.Recused(
                row.getString("name"),
                row.getString("works_in"),
                Arrays.asList((String[]) row.getArray("units").getArray())))
        .list();
  }
}
