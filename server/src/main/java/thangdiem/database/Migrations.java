package thangdiem.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * The tables of this version of the program (các bước nâng cấp CSDL); one timeline, forward only.
 */
final class Migrations {

  private final Flyway flyway;

  Migrations(DatabaseAccess access) {
    this.flyway =
        Flyway.configure()
            .dataSource(access.url(), access.migrator().user(), access.migrator().password())
            .locations("classpath:db/migration")
            .load();
  }

  /**
   * Brings the tables to this version.
   *
   * @throws StartRefusal when a newer version has already been here: what it wrote would be misread
   */
  void run() {
    var newer =
        Arrays.stream(flyway.info().applied())
            .filter(
                migration -> migration.getState().isApplied() && !migration.getState().isResolved())
            .map(MigrationInfo::getDescription)
            .findFirst();
    if (newer.isPresent()) {
      throw new StartRefusal("home.newer", newer.get());
    }
    flyway.migrate();
  }

  /** Runs with the ledger lent by whoever administers that PostgreSQL, and says how to lend it. */
  void runWithLedgerLent(Connection migrator) throws SQLException {
    boolean lent = isLedgerLent(migrator);
    if (!lent && flyway.info().pending().length > 0) {
      throw new StartRefusal("postgres.lend");
    }
    run();
  }

  static boolean isLedgerLent(Connection migrator) throws SQLException {
    try (var statement = migrator.createStatement();
        var lent =
            statement.executeQuery(
                """
                select exists (
                  select 1 from pg_roles where rolname = 'thangdiem_ledger'
                    and pg_has_role(current_user, oid, 'member'))
                """)) {
      lent.next();
      return lent.getBoolean(1);
    }
  }
}
