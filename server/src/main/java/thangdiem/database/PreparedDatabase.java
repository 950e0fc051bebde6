package thangdiem.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import thangdiem.database.DatabaseAccess.Credential;

/** A database that is ready to serve: running, its roles and tables in place, and durable. */
public final class PreparedDatabase implements AutoCloseable {

  private static final String DATABASE = "thangdiem";
  private static final Credential NOBODY = new Credential("", "");

  private final DatabaseAccess access;
  private final Optional<EmbeddedPostgres> embedded;

  private PreparedDatabase(DatabaseAccess access, Optional<EmbeddedPostgres> embedded) {
    this.access = access;
    this.embedded = embedded;
  }

  public DatabaseAccess access() {
    return access;
  }

  /** Sets the time of decisions; only the demo and tests do. */
  public void setClock(OffsetDateTime now) {
    try (var connection = connect(access.url(), access.migrator());
        var statement =
            connection.prepareStatement("update clock_offset set ahead = ? - clock_timestamp()")) {
      statement.setObject(1, now);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether the migrator could still change the ledger, which it should be able to only meanwhile.
   */
  public boolean isLedgerLent() {
    try (var connection = connect(access.url(), access.migrator())) {
      return Migrations.isLedgerLent(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts the home's own PostgreSQL and prepares it. */
  public static PreparedDatabase embedded(Home home, Path binaries) {
    var server = EmbeddedPostgres.start(home, binaries);
    try {
      var access =
          new DatabaseAccess(
              server.url(DATABASE),
              new Credential("thangdiem_migrator", home.secret("migrator.password")),
              new Credential("thangdiem_app", home.secret("application.password")),
              new Credential("thangdiem_pages", home.secret("pages.password")));
      var superuser = new Credential(EmbeddedPostgres.SUPERUSER, server.superuserPassword());
      try (var connection = connect(server.url("postgres"), superuser)) {
        DatabaseRoles.prepare(connection, DATABASE, access);
      }
      try (var connection = connect(access.url(), superuser)) {
        DatabaseRoles.lend(connection);
        new Migrations(access).run();
        DatabaseRoles.takeBack(connection);
      }
      DurabilityGate.check(access);
      return new PreparedDatabase(access, Optional.of(server));
    } catch (SQLException e) {
      server.close();
      throw Failures.known(e, home.folder())
          .orElseGet(() -> new StartRefusal("postgres.sql", String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Prepares a PostgreSQL that somebody else runs; docs/external-postgresql.md tells its roles. */
  public static PreparedDatabase external(DatabaseAccess access) {
    try (var connection = connect(access.url(), access.migrator())) {
      DurabilityGate.checkServer(connection);
      DurabilityGate.check(access);
      new Migrations(access).runWithLedgerLent(connection);
    } catch (SQLException e) {
      throw new StartRefusal("postgres.unreachable", access.url(), String.valueOf(e.getMessage()));
    }
    return new PreparedDatabase(access, Optional.empty());
  }

  static Connection connect(String url, Credential as) throws SQLException {
    return as.equals(NOBODY)
        ? DriverManager.getConnection(url)
        : DriverManager.getConnection(url, as.user(), as.password());
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
