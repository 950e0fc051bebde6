package thangdiem.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import thangdiem.database.DatabaseAccess.Credential;

/**
 * The roles of our own PostgreSQL (vai trò trong CSDL). The ledger belongs to a role that nobody
 * signs in as; the migrator is lent it for a migration and no longer, so that afterwards neither it
 * nor the application can change what was written.
 */
final class DatabaseRoles {

  private static final String LEDGER_OWNER = "thangdiem_ledger";

  private DatabaseRoles() {}

  /** Makes what is missing and sets the passwords of this home. */
  static void prepare(Connection superuser, String database, DatabaseAccess access)
      throws SQLException {
    if (!exists(superuser, "select 1 from pg_roles where rolname = ?", LEDGER_OWNER)) {
      run(superuser, "create role " + LEDGER_OWNER + " nologin");
    }
    for (var role : List.of(access.migrator(), access.application(), access.pages())) {
      login(superuser, role);
    }
    if (!exists(superuser, "select 1 from pg_database where datname = ?", database)) {
      run(superuser, "create database " + database);
    }
    // Whoever owns the database owns its schema, and could drop there what belongs to the ledger.
    run(superuser, "alter database %s owner to current_user".formatted(database));
    run(superuser, "revoke all on database %s from public".formatted(database));
    for (var role : List.of(access.migrator(), access.application(), access.pages())) {
      run(superuser, "grant connect on database %s to %s".formatted(database, role.user()));
    }
  }

  /** The migrator may act as owner of the ledger. */
  static void lend(Connection superuser) throws SQLException {
    run(superuser, "grant create, usage on schema public to thangdiem_migrator, " + LEDGER_OWNER);
    run(superuser, "grant " + LEDGER_OWNER + " to thangdiem_migrator");
  }

  /** It may not any more. */
  static void takeBack(Connection superuser) throws SQLException {
    run(superuser, "revoke " + LEDGER_OWNER + " from thangdiem_migrator");
    run(superuser, "revoke create on schema public from thangdiem_migrator, " + LEDGER_OWNER);
  }

  private static void login(Connection superuser, Credential role) throws SQLException {
    var exists = exists(superuser, "select 1 from pg_roles where rolname = ?", role.user());
    // The password is 64 hexadecimal digits of our own making.
    run(
        superuser,
        "%s role %s login password '%s'"
            .formatted(exists ? "alter" : "create", role.user(), role.password()));
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
