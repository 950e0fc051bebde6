package thangdiem.database;

/**
 * How the application reaches its database, each need by its own role (quyền truy cập CSDL).
 *
 * @param url the JDBC address
 * @param migrator may change tables, and is used before the first page only
 * @param application may change rows, except those of the ledger
 * @param pages may read what is published, and nothing else
 */
public record DatabaseAccess(
    String url, Credential migrator, Credential application, Credential pages) {

  /** A role of the database and its password. */
  public record Credential(String user, String password) {

    /** Without the password: records end up in logs. */
    @Override
    public String toString() {
      return user;
    }
  }
}
