package thangdiem;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import thangdiem.audit.Acts;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.Everyone;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;

/** How the application is put together; each rule with its reason, so that a failure teaches. */
class ArchitectureTest {

  private static final JavaClasses APPLICATION =
      new ClassFileImporter().importPath(Path.of("target", "classes", "thangdiem"));

  private static final DescribedPredicate<JavaClass> BINARY_FRACTION =
      describe(
          "a double or float",
          type ->
              Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                  .contains(type.getBaseComponentType().getName()));

  /** Where lengths on paper are reckoned, which are no points. */
  private static final String PAPER = "thangdiem.document";

  /** {@code LocalDate.now(clock)} is fine: somebody gave the clock. */
  private static final DescribedPredicate<JavaMethodCall> ASKS_FOR_NOW =
      describe(
          "the machine is asked for the time",
          call -> {
            var asked = call.getTarget();
            var owner = asked.getOwner();
            return asked.getFullName().startsWith("java.lang.System.currentTimeMillis")
                || (owner.isEquivalentTo(Clock.class) && asked.getName().startsWith("system"))
                || (owner.getPackageName().equals("java.time")
                    && asked.getName().equals("now")
                    && asked.getRawParameterTypes().stream()
                        .noneMatch(given -> given.isEquivalentTo(Clock.class)));
          });

  /** Who may ask the machine for the time, and why it is not a matter of decisions. */
  private static final Map<String, String> MAY_ASK_FOR_NOW =
      Map.of("PostgresBinaries", "tells how old a leftover file is");

  /** Who writes without an act, and why no act is missing. */
  private static final Map<String, String> WRITE_WITHOUT_AN_ACT =
      Map.of(
          "Accounts", "makes an account within the act of whoever calls it",
          "Results", "keeps a rehearsal's result within the act that ends it",
          "Demo", "lets others act, and sets the clock of the throw-away province",
          "OrgUnits", "adds and changes units within the act of whoever calls it",
          "Sessions", "ends sessions within the act that takes the right away",
          "Arrivals", "keeps the pieces of a file that is nothing yet before it is whole",
          "Inspections", "remembers what was found in bytes; it can be found again",
          "Pace", "counts who guesses passwords; the guess itself is an event",
          "LedgerController", "signs what the ledger is; that changes nothing of it",
          "LedgerExtracts", "signs what the ledger is before it gives a part of it away");

  /** Who changes rows outside a table, and why it is no table. */
  private static final Map<String, String> WRITE_THEMSELVES =
      Map.of(
          "Checkpoints", "writes nothing but what it has just signed",
          "LedgerSequencer", "one statement is all it is",
          "KnownDevices", "a table in all but name",
          "ExternalIdentities", "a table in all but name",
          "RecoveryCodes", "a table in all but name",
          "PreparedDatabase", "sets the clock of the demo and of tests, as the migrator",
          "DemoPeople", "fills the throw-away province",
          "DemoReports", "fills the throw-away province");

  /** What must put SQL together, and why nothing of others can get into it. */
  private static final Map<String, String> BUILDS_SQL =
      Map.of(
          "thangdiem.database.DatabaseRoles",
              "roles and passwords cannot be parameters; both are ours",
          "thangdiem.database.DurabilityGate", "shows a setting out of its own list");

  @Test
  void modulesKnowOnlyWhatTheySayAtTheirDoor() {
    ApplicationModules.of(ThangDiemApplication.class).verify();
  }

  /**
   * Of the server, the public pages know who may call them, that something is not, and a database.
   */
  private static final Set<String> MAY_KNOW_FROM_OUTSIDE =
      Set.of("Everyone", "NotFound", "PreparedDatabase", "DatabaseAccess", "Credential");

  @Test
  void publicPagesKnowNothingOfWhatIsNotPublished() {
    noClasses()
        .that()
        .resideInAPackage("thangdiem.site..")
        .should()
        .dependOnClassesThat(
            describe(
                "are of the server",
                type ->
                    type.getPackageName().startsWith("thangdiem")
                        && !Set.of("site", "criteria", "scoring", "ranking", "exchange", "words")
                            .contains(type.getPackageName().replaceAll("^thangdiem\\.?", ""))
                        && !MAY_KNOW_FROM_OUTSIDE.contains(type.getSimpleName())))
        .because("what cannot be reached cannot leak: they are drawn from the bundle alone (F12)")
        .check(APPLICATION);
  }

  @Test
  void controllersAndTablesAreNobodyElses() {
    noClasses()
        .that()
        .areAnnotatedWith(Controller.class)
        .or(
            describe(
                "are tables",
                (JavaClass type) ->
                    type.getSimpleName().endsWith("Table")
                        && type.isAnnotatedWith(Component.class)))
        .should()
        .bePublic()
        .because("a module's promise is its verbs; how it is called and kept may change")
        .check(APPLICATION);
  }

  @Test
  void everyHandlerSaysWhoMayCallIt() {
    methods()
        .that()
        .areMetaAnnotatedWith(RequestMapping.class)
        .should(sayWhoMayCallThem())
        .because("what says nothing opens for nobody, and is found only by who needed it")
        .check(APPLICATION);
  }

  private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
    return new ArchCondition<>("say who may call them, and what they change") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean looks = method.isAnnotatedWith(GetMapping.class);
        boolean performs = method.isAnnotatedWith(Performs.class);
        boolean opens =
            method.isAnnotatedWith(MayOpen.class) || method.isAnnotatedWith(Everyone.class);
        boolean previews = method.isAnnotatedWith(ChangesNothing.class);
        boolean fine = looks ? opens || performs : performs ? !previews : previews && opens;
        events.add(
            new SimpleConditionEvent(
                method,
                fine,
                method.getFullName()
                    + (looks
                        ? " needs @MayOpen, @Everyone, or @Performs with what its form is for"
                        : " needs @Performs, or @ChangesNothing with @MayOpen or @Everyone")));
      }
    };
  }

  @Test
  void nothingIsReadBackAsJavaObjects() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.Object(In|Out)putStream|javax\\.script\\..*")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.expression..")
        .because("whoever can write the bytes or the text would say what runs here")
        .check(APPLICATION);
  }

  @Test
  void onlyTheDatabaseAndTheInspectorAreStartedAsProcesses() {
    noClasses()
        .that()
        .resideOutsideOfPackage("thangdiem.database..")
        .and()
        .doNotHaveSimpleName("InspectorProgram")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.ProcessBuilder.*")
        .orShould()
        .callMethodWhere(
            describe(
                "a program is started",
                call ->
                    call.getTargetOwner().isEquivalentTo(Runtime.class)
                        && call.getName().equals("exec")))
        .because("a page that can start a program can be made to start another")
        .check(APPLICATION);
  }

  @Test
  void nothingReachesForNow() {
    noClasses()
        .that(
            describe(
                "are not named with a reason in this test",
                (JavaClass type) -> !MAY_ASK_FOR_NOW.containsKey(type.getSimpleName())))
        .should()
        .callMethodWhere(ASKS_FOR_NOW)
        .because("decisions go by one clock, the database's: now_effective()")
        .check(APPLICATION);
  }

  @Test
  void pointsAreNotBinaryFractions() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(PAPER)
        .should()
        .haveRawType(BINARY_FRACTION)
        .because("0.1 + 0.2 is not 0.3 in binary fractions, and a rank may hang on it")
        .check(APPLICATION);
    noCodeUnits()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackages("thangdiem", PAPER)
        .should(
            ArchCondition.from(
                describe(
                    "take or give a double or float",
                    (JavaCodeUnit unit) ->
                        BINARY_FRACTION.test(unit.getRawReturnType())
                            || unit.getRawParameterTypes().stream().anyMatch(BINARY_FRACTION))))
        .because("0.1 + 0.2 is not 0.3 in binary fractions, and a rank may hang on it")
        .check(APPLICATION);
  }

  /** As far as it can be seen from outside: who calls a writing method of a table knows Acts. */
  @Test
  void rowsAreChangedWithinActs() {
    var writers = CompiledSql.writers();
    assertThat(writers)
        .as("methods that write; a test that finds none proves nothing")
        .isNotEmpty();
    var outside = new TreeSet<String>();
    for (var type : APPLICATION) {
      for (var call : type.getMethodCallsFromSelf()) {
        var owner = call.getTargetOwner();
        if (writers.contains(owner.getName() + "#" + call.getName())
            && !owner.equals(type)
            && !knowsActs(type)) {
          outside.add(
              type.getSimpleName() + " calls " + owner.getSimpleName() + "." + call.getName());
        }
      }
    }
    outside.removeIf(
        call -> WRITE_WITHOUT_AN_ACT.containsKey(call.substring(0, call.indexOf(' '))));
    assertThat(outside)
        .as("right, change and event are one transaction: Acts.perform, Acts.run, Acts.bySystem")
        .isEmpty();
  }

  private static boolean knowsActs(JavaClass type) {
    return type.isEquivalentTo(Acts.class)
        || type.getDirectDependenciesFromSelf().stream()
            .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Acts.class));
  }

  @Test
  void statementsAreConstants() {
    var built = new TreeSet<>(CompiledSql.built());
    built.removeIf(method -> BUILDS_SQL.containsKey(method.substring(0, method.lastIndexOf('.'))));
    assertThat(built)
        .as("SQL put together while running: columns and values of others would become SQL")
        .isEmpty();
  }

  @Test
  void rowsAreChangedInTablesOnly() {
    Set<String> elsewhere =
        CompiledSql.writers().stream()
            .map(method -> method.replaceAll(".*\\.(\\w+)[#$].*", "$1"))
            .filter(type -> !type.endsWith("Table") && !WRITE_THEMSELVES.containsKey(type))
            .collect(Collectors.toSet());
    assertThat(elsewhere)
        .as("types that change rows themselves; that belongs into the module's …Table")
        .isEmpty();
  }
}
