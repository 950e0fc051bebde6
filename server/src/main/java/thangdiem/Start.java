package thangdiem;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import thangdiem.database.DatabaseAccess;
import thangdiem.database.Home;
import thangdiem.database.PreparedDatabase;
import thangdiem.database.StartRefusal;
import thangdiem.mail.WrongMailSetting;
import thangdiem.words.Words;

/**
 * Starts the server (khởi động): home, database, application, in this order, and says where it can
 * be reached. What keeps it from starting is said in words, with what to do.
 */
@Command(name = "server")
final class Start implements Callable<Integer> {

  private static final int REFUSED = 2;

  @Option(names = "--home")
  private Path home = Path.of(System.getProperty("user.home"), ".thangdiem");

  @Option(names = "--listen")
  private String listen = "127.0.0.1";

  @Option(names = "--port")
  private int port = 8080;

  @Option(names = "--demo", description = "a throw-away home with made-up data")
  private boolean demo;

  private final Words words =
      Words.of(Optional.ofNullable(System.getenv("THANGDIEM_LANG")).orElse("vi"));
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() {
    try {
      var held = Home.take(home);
      var database = database(held);
      var context = application(held, database);
      if (demo) {
        progress("start.demo");
        context.getBean(Demo.class).fill();
      } else {
        context
            .getBean(FirstAdministrator.class)
            .code()
            .ifPresent(code -> say("start.firstAdministrator", baseUrl() + "/first", code));
      }
      say("start.ready", baseUrl() + "/");
      return 0;
    } catch (StartRefusal refusal) {
      err.println(words.say(refusal.key(), refusal.arguments()));
      return REFUSED;
    }
  }

  private PreparedDatabase database(Home held) {
    var external = ExternalDatabase.configured(System.getenv());
    if (external.isPresent()) {
      return PreparedDatabase.external(external.get());
    }
    progress("start.database");
    var binaries =
        Optional.ofNullable(System.getProperty("thangdiem.postgres"))
            .map(Path::of)
            .orElse(held.folder());
    return PreparedDatabase.embedded(held, binaries);
  }

  private ConfigurableApplicationContext application(Home held, PreparedDatabase database) {
    progress("start.application");
    DatabaseAccess access = database.access();
    try {
      return new SpringApplicationBuilder(ThangDiemApplication.class)
          .properties(
              Map.of(
                  "spring.datasource.url", access.url(),
                  "spring.datasource.username", access.application().user(),
                  "spring.datasource.password", access.application().password(),
                  "server.address", listen,
                  "server.port", port,
                  "thangdiem.base-url", baseUrl(),
                  "thangdiem.demo", demo))
          .initializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(Home.class, () -> held);
            beans.registerBean(PreparedDatabase.class, () -> database);
          })
          .run();
    } catch (RuntimeException e) {
      database.close();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof PortInUseException) {
          throw new StartRefusal("start.portTaken", port);
        }
        if (cause instanceof WrongMailSetting) {
          throw new StartRefusal("start.smtp");
        }
      }
      throw e;
    }
  }

  /** The only source of links. */
  private String baseUrl() {
    return Optional.ofNullable(System.getenv("THANGDIEM_BASE_URL"))
        .map(url -> url.replaceAll("/+$", ""))
        .orElse("http://localhost:" + port);
  }

  private void say(String key, Object... arguments) {
    out.println(words.say(key, arguments));
  }

  private void progress(String key) {
    if (System.console() != null && System.console().isTerminal()) {
      err.println(words.say(key));
    }
  }
}
