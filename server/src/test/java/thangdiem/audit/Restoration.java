package thangdiem.audit;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of every table as they were, to be put back after each damage. */
final class Restoration {

  private final JdbcTemplate superuser;
  private final List<String> tables;

  Restoration(JdbcTemplate superuser) {
    this.superuser = superuser;
    tables =
        superuser.queryForList(
            """
                select tablename from pg_tables
                 where schemaname = 'public' and tablename not like 'flyway%'
                   and tablename not like 'spring\\_session%' and tablename <> 'ledger_change'
            """,
            String.class);
    superuser.execute("create schema as_it_was");
    tables.forEach(table ->
        superuser.execute("create table as_it_was.%1$s as select * from %1$s".formatted(table)));
  }

  void restore() {
    var sql = new StringBuilder("set session_replication_role = replica;");
    sql.append("truncate ").append(String.join(", ", tables)).append(';');
    tables.forEach(table ->
        sql.append(
            "insert into %1$s overriding system value select * from as_it_was.%1$s;"
                .formatted(table)));
    superuser.execute(sql.toString());
  }
}
