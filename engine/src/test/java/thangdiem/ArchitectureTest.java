package thangdiem;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;

/**
 * The direction in which values travel through the engine: criteria → scoring → ranking → exchange
 * → cli.
 */
@AnalyzeClasses(packages = "thangdiem", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Where points are earned and compared. */
  private static final String[] CALCULATION = {
    "thangdiem.criteria..", "thangdiem.scoring..", "thangdiem.ranking.."
  };

  private static final DescribedPredicate<JavaClass> BINARY_FRACTION =
      describe(
          "a double or float",
          type ->
              Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                  .contains(type.getBaseComponentType().getName()));

  private static final DescribedPredicate<JavaCodeUnit> TAKES_OR_GIVES_A_BINARY_FRACTION =
      describe(
          "take or give a double or float",
          unit ->
              BINARY_FRACTION.test(unit.getRawReturnType())
                  || unit.getRawParameterTypes().stream().anyMatch(BINARY_FRACTION));

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

  @ArchTest
  static final ArchRule everyPackageKnowsOnlyWhatItIsGiven =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("thangdiem..")
          .ensureAllClassesAreContainedInArchitecture()
          .layer("words")
          .definedBy("thangdiem.words..")
          .layer("criteria")
          .definedBy("thangdiem.criteria..")
          .layer("scoring")
          .definedBy("thangdiem.scoring..")
          .layer("ranking")
          .definedBy("thangdiem.ranking..")
          .layer("proof")
          .definedBy("thangdiem.proof..")
          .layer("exchange")
          .definedBy("thangdiem.exchange..")
          .layer("cli")
          .definedBy("thangdiem.cli..")
          .whereLayer("words")
          .mayNotAccessAnyLayer()
          .whereLayer("criteria")
          .mayOnlyAccessLayers("words")
          .whereLayer("scoring")
          .mayOnlyAccessLayers("criteria", "words")
          .whereLayer("ranking")
          .mayOnlyAccessLayers("criteria", "scoring", "words")
          .whereLayer("proof")
          .mayOnlyAccessLayers("words")
          .whereLayer("exchange")
          .mayOnlyAccessLayers("criteria", "scoring", "ranking", "proof", "words")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .because("everything knows what it is given, and nothing knows where its result goes");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices()
          .matching("thangdiem.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a cycle means that neither part can be read, tested or changed alone");

  @ArchTest
  static final ArchRule generatedPagesAreAMatterOfExchange =
      classes()
          .that()
          .resideInAPackage("thangdiem.exchange.page..")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("thangdiem.exchange..")
          .because("what a page looks like is no business of those who ask for one");

  @ArchTest
  static final ArchRule theEngineIsPlainJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "java.sql..", "javax.sql..", "java.net.http..")
          .because("a citizen runs it alone: no framework, no database, no network");

  @ArchTest
  static final ArchRule nothingInTheCalculationIsKeptInBinaryFractions =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(CALCULATION)
          .should()
          .haveRawType(BINARY_FRACTION)
          .because("0.1 + 0.2 is not 0.3 in binary fractions, and a rank may hang on it");

  @ArchTest
  static final ArchRule nothingInTheCalculationIsPassedInBinaryFractions =
      noCodeUnits()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(CALCULATION)
          .should(ArchCondition.from(TAKES_OR_GIVES_A_BINARY_FRACTION))
          .because("0.1 + 0.2 is not 0.3 in binary fractions, and a rank may hang on it");

  @ArchTest
  static final ArchRule nothingReachesForNow =
      noClasses()
          .that()
          .resideOutsideOfPackage("thangdiem.cli..")
          .should()
          .callMethodWhere(ASKS_FOR_NOW)
          .because("time is an argument: the same answers give the same result tomorrow");

  @ArchTest
  static final ArchRule commandsAreNobodysLibrary =
      classes()
          .that()
          .resideInAPackage("thangdiem.cli..")
          .and()
          .doNotHaveSimpleName("Main")
          .should()
          .notBePublic()
          .because("the server uses exchange, never the command line");
}
