package thangdiem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The direction in which values travel through the engine: criteria → scoring → ranking → exchange → cli. */
@AnalyzeClasses(packages = "thangdiem", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final DescribedPredicate<JavaClass> BINARY_FRACTION =
      DescribedPredicate.describe(
          "double or float",
          type -> List.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getBaseComponentType().getName()));

  @ArchTest
  static final ArchRule everyPackageKnowsOnlyWhatItIsGiven =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("thangdiem..")
          .layer("words").definedBy("thangdiem.words..")
          .layer("criteria").definedBy("thangdiem.criteria..")
          .layer("scoring").definedBy("thangdiem.scoring..")
          .layer("ranking").definedBy("thangdiem.ranking..")
          .layer("exchange").definedBy("thangdiem.exchange..")
          .layer("cli").definedBy("thangdiem.cli..")
          .whereLayer("criteria").mayOnlyAccessLayers("words")
          .whereLayer("scoring").mayOnlyAccessLayers("criteria", "words")
          .whereLayer("ranking").mayOnlyAccessLayers("criteria", "scoring", "words")
          .whereLayer("exchange").mayOnlyAccessLayers("criteria", "scoring", "ranking", "words")
          .whereLayer("words").mayNotAccessAnyLayer()
          .whereLayer("cli").mayNotBeAccessedByAnyLayer()
          .because("everything knows what it is given, and nothing knows where its result goes");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices()
          .matching("thangdiem.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a cycle means that neither part can be read, tested or changed alone");

  @ArchTest
  static final ArchRule theEngineIsPlainJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.net.http..")
          .because("a citizen runs it alone: no framework, no database, no network");

  @ArchTest
  static final ArchRule noPointsInBinaryFractionsFields =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("thangdiem.criteria..", "thangdiem.scoring..", "thangdiem.ranking..")
          .should()
          .haveRawType(BINARY_FRACTION)
          .because("0.1 + 0.2 is not 0.3 in binary fractions, and a rank may hang on it");

  @ArchTest
  static final ArchRule noPointsInBinaryFractionsResults =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("thangdiem.criteria..", "thangdiem.scoring..", "thangdiem.ranking..")
          .should()
          .haveRawReturnType(BINARY_FRACTION)
          .orShould()
          .haveRawParameterTypes(
              DescribedPredicate.describe("double or float among them", (List<JavaClass> types) -> types.stream().anyMatch(BINARY_FRACTION)))
          .because("0.1 + 0.2 is not 0.3 in binary fractions, and a rank may hang on it");

  @ArchTest
  static final ArchRule nothingReachesForNow =
      noClasses()
          .that()
          .resideInAnyPackage("thangdiem.criteria..", "thangdiem.scoring..", "thangdiem.ranking..", "thangdiem.exchange..")
          .should()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
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
