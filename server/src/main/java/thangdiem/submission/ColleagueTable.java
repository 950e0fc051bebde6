package thangdiem.submission;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The people who answer for a unit: clerks and heads whose role reaches it, themselves open to
 * work.
 */
@Component
class ColleagueTable {

  private final JdbcClient sql;

  ColleagueTable(JdbcClient sql) {
    this.sql = sql;
  }

  List<Colleague> of(Assessment assessment) {
    return sql.sql(
            """
            with recursive above as (
              select id, parent from org_unit where id = :unit
              union
              select org_unit.id, org_unit.parent
                from org_unit join above on above.parent = org_unit.id)
            select account.id as account, account.login, account.name
              from account
             where account.disabled_at is null
               and exists (select 1 from account_role held
                            where held.account = account.id and held.role in ('CLERK', 'HEAD')
                              and held.unit in (select id from above))
             order by account.name, account.login
            """)
        .param("unit", assessment.unit().unit())
        .query(Colleague.class)
        .list();
  }
}
