package thangdiem;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import thangdiem.account.Accounts;
import thangdiem.account.WrongSignInSetting;
import thangdiem.database.DatabaseAccess;
import thangdiem.database.Failures;
import thangdiem.database.Home;
import thangdiem.database.PreparedDatabase;
import thangdiem.database.StartRefusal;
import thangdiem.mail.WrongMailSetting;

/**
 * Starts the server (khởi động): home, database, application, in this order, and says where it can
 * be reached. What keeps it from starting is said in words, with what to do.
 */
@Command(name = "./thangdiem run")
final class Start implements Callable<Integer> {

  static final int SERVING = 0;
  static final int REFUSED = 2;
  private static final int FAULT = 3;

  @Option(names = "--home")
  private @Nullable Path home;

  @Option(names = "--listen")
  private String listen = "127.0.0.1";

  @Option(names = "--port")
  private @Nullable Integer port;

  /** Made-up data; without {@code --home} in a home that is thrown away. */
  @Option(names = "--demo")
  private boolean demo;

  /**
   * Starts as a demo, walks through pages and ends: what the JVM learns is kept for later starts.
   */
  @Option(names = "--rehearse")
  private boolean rehearse;

  private final Console console;
  private final Running running = new Running();

  Start(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    running.heedSignals();
    try {
      var address = address();
      var held = running.with(home());
      var database = running.with(database(held));
      var context = running.with(application(held, database, address));
      running.complete();
      if (rehearse) {
        context.getBean(Demo.class).fill(console::progress);
        new Rehearsal(address.here()).walk();
        running.end();
        System.exit(0);
      }
      welcome(context, address);
      console.say("start.ready", address.here() + "/");
      return SERVING;
    } catch (RuntimeException fault) {
      return Failures.known(fault, folder())
          .map(refusal ->
              stopped(() -> console.complain(refusal.key(), refusal.arguments()), REFUSED))
          .orElseGet(() -> stopped(() -> console.fault(fault), FAULT));
    }
  }

  /** Says why, unless we were told to end in the middle of it. */
  private int stopped(Runnable why, int code) {
    if (running.stopping()) {
      return SERVING;
    }
    running.end();
    why.run();
    return code;
  }

  private Address address() {
    if (rehearse || (demo && port == null)) {
      return Address.somewhere();
    }
    var outside =
        Optional.ofNullable(System.getenv("THANGDIEM_BASE_URL")).filter(url -> !url.isBlank());
    return Address.exactly(
        listen, port == null ? Address.USUAL_PORT : port, demo ? Optional.empty() : outside);
  }

  private Home home() {
    if (home == null && (demo || rehearse)) {
      return Home.throwAway();
    }
    return Home.take(folder());
  }

  private Path folder() {
    return home == null ? usualHome() : home;
  }

  private static Path usualHome() {
    return Path.of(
        Optional.ofNullable(System.getenv("HOME"))
            .filter(folder -> !folder.isBlank())
            .orElseGet(() -> System.getProperty("user.home")),
        ".thangdiem");
  }

  private PreparedDatabase database(Home held) {
    var external =
        demo || rehearse
            ? Optional.<DatabaseAccess>empty()
            : ExternalDatabase.configured(System.getenv());
    if (external.isPresent()) {
      var prepared = PreparedDatabase.external(external.get());
      if (prepared.isLedgerLent()) {
        console.complain("postgres.lent");
      }
      return prepared;
    }
    console.progress("start.database");
    var binaries =
        Optional.ofNullable(System.getProperty("thangdiem.postgres"))
            .map(Path::of)
            .orElse(held.folder());
    return PreparedDatabase.embedded(held, binaries);
  }

  private ConfigurableApplicationContext application(
      Home held, PreparedDatabase database, Address address) {
    console.progress("start.application");
    DatabaseAccess access = database.access();
    try {
      return new SpringApplicationBuilder(ThangDiemApplication.class)
          .registerShutdownHook(false) // Running ends it, before the database
          .initializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(decided(access, address));
            var beans = (GenericApplicationContext) context;
            beans.registerBean(Home.class, () -> held, bean -> bean.setDestroyMethodName(""));
            beans.registerBean(
                PreparedDatabase.class, () -> database, bean -> bean.setDestroyMethodName(""));
          })
          .run();
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof PortInUseException) {
          throw new StartRefusal("start.portTaken", address.port(), address.port() + 1);
        }
        if (cause instanceof WrongSignInSetting wrong) {
          throw new StartRefusal("start.signIn", wrong.variable());
        }
        if (cause instanceof WrongMailSetting) {
          throw new StartRefusal("start.smtp");
        }
      }
      throw e;
    }
  }

  /** What the command line has decided, before anything that the environment happens to hold. */
  private MapPropertySource decided(DatabaseAccess access, Address address) {
    return new MapPropertySource(
        "start",
        Map.of(
            "spring.datasource.url", access.url(),
            "spring.datasource.username", access.application().user(),
            "spring.datasource.password", access.application().password(),
            "server.address", address.listen().getHostAddress(),
            "server.port", address.port(),
            "thangdiem.base-url", address.baseUrl(),
            "thangdiem.demo", demo || rehearse));
  }

  /** Says what somebody must know to begin, before the line that says that they can. */
  private void welcome(ConfigurableApplicationContext context, Address address) {
    if (demo) {
      var made = context.getBean(Demo.class);
      if (context.getBean(Accounts.class).none()) {
        console.progress("start.demo");
        made.fill(console::progress);
      }
      console.say("start.demoAccounts");
      for (var account : made.offered()) {
        console.say(
            "start.demoAccount",
            account.login(),
            account.password(),
            console.words().say("role." + account.role()));
      }
    } else {
      context
          .getBean(FirstAdministrator.class)
          .code()
          .ifPresent(
              code -> console.say("start.firstAdministrator", address.baseUrl() + "/first", code));
    }
    if (address.linksLeadNowhere()) {
      console.complain("start.noBaseUrl", address.baseUrl());
    }
  }
}
