package thangdiem.site;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.database.PreparedDatabase;

/**
 * The rows of what may be seen by now (F12). It reaches the database by a role of its own that can
 * read this view and nothing else: a mistake in a public page cannot show what is not public.
 */
@Component
class PublishedTable {

  /** A version is read once and kept; more would take connections from those who work. */
  private static final int CONNECTIONS = 4;

  private static final String COLUMNS =
      """
      select key, year, version, name, decision_number, decision_on, sha256, results_sha256,
             visible_from, at
        from published
      """;

  private final HikariDataSource pages;
  private final JdbcClient sql;

  PublishedTable(PreparedDatabase database) {
    var access = database.access();
    var pool = new HikariConfig();
    pool.setPoolName("pages");
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.pages().user());
    pool.setPassword(access.pages().password());
    pool.setReadOnly(true);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(0);
    pool.setInitializationFailTimeout(-1); // an old home's database may come up after us
    this.pages = new HikariDataSource(pool);
    this.sql = JdbcClient.create(pages);
  }

  @PreDestroy
  void close() {
    pages.close();
  }

  /** All versions of all rounds, the latest round and version first. */
  List<Published> all() {
    return sql.sql(COLUMNS + " order by year desc, version desc").query(Published.class).list();
  }

  /** The version of that round. */
  Optional<Published> one(String key, int version) {
    return sql.sql(COLUMNS + " where key = :key and version = :version")
        .param("key", key)
        .param("version", version)
        .query(Published.class)
        .optional();
  }

  /** What readers reported and was found right, of a unit in a round. */
  List<Upheld> upheld(String key, String unit) {
    return sql.sql(
            """
            select code, reports, latest from concern_upheld
             where key = :key and unit = :unit order by latest desc
            """)
        .param("key", key)
        .param("unit", unit)
        .query(Upheld.class)
        .list();
  }

  /** How far the report of that number is. */
  Optional<Followed> followed(String reference) {
    return sql.sql("select state, since from concern_state where reference = :reference")
        .param("reference", reference)
        .query(Followed.class)
        .optional();
  }

  /** Its bundle. */
  Optional<byte[]> bundle(String key, int version) {
    return sql.sql("select bundle from published where key = :key and version = :version")
        .param("key", key)
        .param("version", version)
        .query(byte[].class)
        .optional();
  }
}
