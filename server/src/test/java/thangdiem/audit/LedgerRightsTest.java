package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.database.DatabaseAccess.Credential;

/** The database refuses to change or forget what the ledger says: every role, every way. */
@ServerTest
class LedgerRightsTest {

  private static final List<String> TABLES =
      List.of(
          "ledger_event",
          "ledger_leaf",
          "ledger_checkpoint",
          "ledger_commitment",
          "ledger_queue",
          "ledger_change");

  /** What the application must be able to do: to erase, and to place what waits. */
  private static final Set<String> NEEDED =
      Set.of("delete from ledger_commitment", "delete from ledger_queue");

  record Attempt(Credential role, String sql) {}

  static Stream<Attempt> attempts() {
    var access = TestDatabase.database().access();
    return Stream.of(access.application(), access.pages(), access.migrator())
        .flatMap(role ->
            TABLES.stream()
                .flatMap(table ->
                    Stream.of(
                            "delete from " + table,
                            "truncate " + table + " cascade",
                            "update " + table + " set " + column(table) + " = " + column(table),
                            "alter table " + table + " disable trigger all",
                            "alter table " + table + " owner to " + role.user(),
                            "drop table " + table + " cascade",
                            "create trigger mine before insert on "
                                + table
                                + " for each row execute function refuse_change()")
                        .filter(sql -> !role.equals(access.application()) || !NEEDED.contains(sql))
                        .map(sql -> new Attempt(role, sql))));
  }

  private static String column(String table) {
    return switch (table) {
      case "ledger_event" -> "payload";
      case "ledger_leaf" -> "position";
      case "ledger_checkpoint" -> "note";
      case "ledger_commitment" -> "value";
      case "ledger_queue" -> "event";
      default -> "kept";
    };
  }

  @ParameterizedTest
  @MethodSource("attempts")
  void isRefused(Attempt attempt) {
    assertThat(refusal(attempt.role(), attempt.sql())).isEqualTo("42501");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void nobodyGrantsThemselvesMore(String table) {
    var before = grants(table);
    var access = TestDatabase.database().access();
    Stream.of(access.application(), access.pages(), access.migrator())
        .forEach(role -> refusal(role, "grant all on " + table + " to " + role.user()));

    assertThat(grants(table)).isEqualTo(before);
  }

  private static String grants(String table) {
    return client(TestDatabase.database().access().application())
        .sql("select coalesce(relacl::text, '') from pg_class where oid = to_regclass(:table)")
        .param("table", table)
        .query(String.class)
        .single();
  }

  static Stream<Attempt> escapes() {
    var access = TestDatabase.database().access();
    return Stream.of(access.application(), access.pages(), access.migrator())
        .flatMap(role ->
            Stream.of(
                    "set role thangdiem_ledger",
                    "set session_replication_role = replica",
                    "alter role " + role.user() + " superuser",
                    "create or replace function refuse_change() returns trigger language plpgsql"
                        + " as 'begin return new; end'",
                    "drop function note_change() cascade")
                .map(sql -> new Attempt(role, sql)));
  }

  @ParameterizedTest
  @MethodSource("escapes")
  void noRoleMakesItselfMore(Attempt attempt) {
    assertThat(refusal(attempt.role(), attempt.sql())).isEqualTo("42501");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void thePagesSeeNothingOfIt(String table) {
    assertThat(refusal(TestDatabase.database().access().pages(), "select count(*) from " + table))
        .isEqualTo("42501");
  }

  static Stream<String> tables() {
    return TABLES.stream();
  }

  /** The code with which the database refuses: 42501 is a lack of rights. */
  private static String refusal(Credential role, String sql) {
    var thrown = catchThrowable(() -> client(role).sql(sql).update());
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e) {
        return e.getSQLState();
      }
    }
    return "done";
  }

  private static JdbcClient client(Credential role) {
    var url = TestDatabase.database().access().url();
    return JdbcClient.create(new DriverManagerDataSource(url, role.user(), role.password()));
  }
}
