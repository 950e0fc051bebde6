package thangdiem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import thangdiem.database.DatabaseAccess;
import thangdiem.database.DatabaseAccess.Credential;
import thangdiem.database.Home;
import thangdiem.database.PreparedDatabase;

/**
 * An installation of a test's own: a home, a database and the running application, for what cannot
 * be shared – damaging the database, failing statements.
 */
public final class Installation implements AutoCloseable {

  private final Home home;
  private final PreparedDatabase database;
  private final ConfigurableApplicationContext application;

  private Installation(
      Home home, PreparedDatabase database, ConfigurableApplicationContext application) {
    this.home = home;
    this.database = database;
    this.application = application;
  }

  /** A new one, with these classes beside the application's own. */
  public static Installation fresh(Class<?>... more) {
    try {
      Files.createDirectories(Path.of("target"));
      return at(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "home"), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one in that home, made where there is none. */
  public static Installation at(Path folder, Class<?>... more) {
    var home = Home.take(folder);
    return over(
        home,
        PreparedDatabase.embedded(home, Path.of("target", "postgres").toAbsolutePath()),
        more);
  }

  /** One over a PostgreSQL that somebody else runs. */
  public static Installation external(Path folder, DatabaseAccess access) {
    return over(Home.take(folder), PreparedDatabase.external(access));
  }

  private static Installation over(Home home, PreparedDatabase database, Class<?>... more) {
    var access = database.access();
    var application =
        new SpringApplicationBuilder(ThangDiemApplication.class, Province.class)
            .sources(more)
            .properties(
                Map.of(
                    "spring.datasource.url",
                    access.url(),
                    "spring.datasource.username",
                    access.application().user(),
                    "spring.datasource.password",
                    access.application().password(),
                    "server.address",
                    "127.0.0.1",
                    "server.port",
                    0,
                    "thangdiem.base-url",
                    "http://localhost",
                    "thangdiem.demo",
                    false))
            .initializers(context -> {
              var beans = (GenericApplicationContext) context;
              beans.registerBean(Home.class, () -> home);
              beans.registerBean(
                  PreparedDatabase.class,
                  () -> database,
                  definition -> definition.setDestroyMethodName(""));
            })
            .run();
    return new Installation(home, database, application);
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  public Home home() {
    return home;
  }

  public PreparedDatabase database() {
    return database;
  }

  public int port() {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** The database as somebody sees it who may do everything. */
  public JdbcTemplate superuser() {
    return new JdbcTemplate(source(new Credential("postgres", home.secret("postgres.password"))));
  }

  /** The database as that role sees it; each statement on a connection of its own. */
  public JdbcClient as(Credential role) {
    return JdbcClient.create(source(role));
  }

  private DataSource source(Credential role) {
    return new DriverManagerDataSource(database.access().url(), role.user(), role.password());
  }

  @Override
  public void close() {
    application.close();
    database.close();
    home.close();
  }
}
