package thangdiem.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.proof.LedgerCheck;

/**
 * Whether the database still refuses what it must (các chốt chặn): triggers, rights and functions
 * are as the migrations made them, and its clock is the clock. A superuser can remove each; this
 * names it.
 */
@Component
class LedgerProtection {

  private static final List<String> TABLES =
      List.of("ledger_event", "ledger_leaf", "ledger_checkpoint", "ledger_commitment");

  /** As PostgreSQL numbers the events of a trigger. */
  private static final int ADDED_REMOVED_CHANGED = 4 | 8 | 16;

  private final JdbcClient sql;
  private final KeptTables kept;
  private final boolean demo;
  private final String migrations = migrations();

  LedgerProtection(
      JdbcClient sql, KeptTables kept, @Value("${thangdiem.demo:false}") boolean demo) {
    this.sql = sql;
    this.kept = kept;
    this.demo = demo;
  }

  private static String migrations() {
    try {
      var text = new StringBuilder();
      var files =
          new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
      for (var file : files) {
        text.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check(LedgerCheck check) {
    for (var table : TABLES) {
      if (!guarded(table, "refuse_change")) {
        check.differ("ledger.noTrigger", table);
      }
      rights(table).ifPresent(found -> check.differ("ledger.rights", table, found));
    }
    kept.all().stream()
        .filter(table -> !noted(table.name()))
        .forEach(table -> check.differ("ledger.unkept", table.name()));
    if (!guarded("ledger_change", "refuse_unsaid")) {
      check.differ("ledger.noTrigger", "ledger_change");
    }
    otherFunctions().forEach(function -> check.differ("ledger.function", function));
    borrowed().forEach(member -> check.differ("ledger.owner", member));
    if (!demo && clockIsAhead()) {
      check.differ("ledger.clock");
    }
  }

  /** Whether the trigger that calls this function is there and awake. */
  private boolean guarded(String table, String function) {
    return sql.sql(
            """
            select count(*) filter (where tgenabled in ('O', 'A')) > 0
              from pg_trigger
             where tgrelid = to_regclass(:table) and not tgisinternal
               and tgfoid = to_regproc(:function)
            """)
        .param("table", table)
        .param("function", function)
        .query(Boolean.class)
        .single();
  }

  /** Whether triggers that note changes are awake for every way to change a row. */
  private boolean noted(String table) {
    return sql.sql(
            """
            select coalesce(bit_or(tgtype::int) filter (where tgenabled in ('O', 'A')), 0) & :ways = :ways
              from pg_trigger
             where tgrelid = to_regclass(:table) and not tgisinternal
               and tgfoid = to_regproc('note_change')
            """)
        .param("table", table)
        .param("ways", ADDED_REMOVED_CHANGED)
        .query(Boolean.class)
        .single();
  }

  private Optional<String> rights(String table) {
    return sql.sql(
            """
            select string_agg(distinct grantee || ': ' || privilege_type, ', ')
              from (select a.grantee::regrole::text as grantee, a.privilege_type
                      from pg_class, aclexplode(relacl) a
                     where oid = to_regclass(:table) and a.grantee <> relowner
                       and a.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
                       and not (relname = 'ledger_commitment' and a.privilege_type = 'DELETE')
                    union all
                    select attribute.grantee::regrole::text, attribute.privilege_type
                      from pg_attribute, aclexplode(attacl) attribute
                     where attrelid = to_regclass(:table)
                       and attribute.privilege_type = 'UPDATE'
                    union all
                    select relowner::regrole::text, 'OWNER' from pg_class
                     where oid = to_regclass(:table)
                       and relowner <> 'thangdiem_ledger'::regrole) too_much
            """)
        .param("table", table)
        .query((row, _) -> Optional.ofNullable(row.getString(1)))
        .single();
  }

  /** Functions whose text stands in no migration of this program, and triggers that call others. */
  private List<String> otherFunctions() {
    return sql
        .sql(
            """
            select proname, prosrc from pg_proc
             where pronamespace = 'public'::regnamespace
                or oid in (select tgfoid from pg_trigger where not tgisinternal)
             order by proname
            """)
        .query((row, _) ->
            migrations.contains(row.getString("prosrc")) ? "" : row.getString("proname"))
        .list()
        .stream()
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Who may act as the ledger's owner, or as anybody, and is used for signing in. */
  private List<String> borrowed() {
    return sql.sql(
            """
            select rolname from pg_roles
             where rolname like 'thangdiem\\_%' and rolname <> 'thangdiem_ledger'
               and (rolsuper or rolcreaterole or rolreplication
                    or (rolname <> 'thangdiem_migrator'
                        and pg_has_role(oid, 'thangdiem_ledger', 'member')))
            """)
        .query(String.class)
        .list();
  }

  private boolean clockIsAhead() {
    return sql.sql("select exists (select from clock_offset where ahead <> interval '0')")
        .query(Boolean.class)
        .single();
  }
}
