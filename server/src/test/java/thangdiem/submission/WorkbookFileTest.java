package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thangdiem.criteria.Rational;
import thangdiem.round.Round;
import thangdiem.scoring.Fact;
import thangdiem.words.BadInput;
import thangdiem.words.Words;

/** Any answers, out as a workbook and in again. */
class WorkbookFileTest {

  private static final int TRIALS = 150;
  private static final Pattern FORMULA = Pattern.compile("<f[ />]");

  private static Stream<String> sets() {
    return AnySheet.SETS.stream();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void givesAnyAnswersBackAsTheyWere(String edition) {
    var assessment = AnySheet.assessment(edition);
    for (int seed = 0; seed < TRIALS; seed++) {
      var random = new SplittableRandom(seed);
      var facts = AnySheet.anyAnswers(assessment, random);
      var claims = AnySheet.anyClaims(assessment, random);
      var sheet = AnySheet.sheet(assessment, facts, claims);
      var read = WorkbookFile.read(assessment, "so-lieu.xlsx", WorkbookFile.write(sheet));
      assertThat(read.facts()).describedAs("seed %d", seed).isEqualTo(facts);
      assertThat(read.claims()).hasSameSizeAs(claims);
      assertThat(claims)
          .allSatisfy(code -> assertThat(read.claims()).containsEntry(code, "không có"));
      assertThat(ImportPlan.of(sheet, read).rows()).isEmpty();
      assertThat(ImportPlan.of(sheet, read).sameClaims()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void remembersTheVersionOfEveryAnswerThatItHad(String edition) {
    var assessment = AnySheet.assessment(edition);
    var facts = AnySheet.anyAnswers(assessment, new SplittableRandom(1));
    var sheet = AnySheet.sheet(assessment, facts, List.of());
    var seen =
        WorkbookFile.read(assessment, "so-lieu.xlsx", WorkbookFile.write(sheet)).seen().get();
    assertThat(seen.round()).isEqualTo("2017");
    for (var fact : WorkbookVersions.facts(assessment)) {
      assertThat(seen.byFact()).containsEntry(fact.id(), (long) sheet.given(fact.id()).version());
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void holdsNoFormulaWhateverWasTyped(String edition, @TempDir Path folder) throws IOException {
    var assessment = AnySheet.assessment(edition);
    for (int seed = 0; seed < 20; seed++) {
      var facts = AnySheet.anyAnswers(assessment, new SplittableRandom(seed));
      var file = WorkbookFile.write(AnySheet.sheet(assessment, facts, List.of()));
      assertThat(formulas(Files.write(folder.resolve("so-lieu.xlsx"), file))).isEmpty();
    }
  }

  /** The sheets in which a cell holds a formula. */
  private static List<String> formulas(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var found = new ArrayList<String>();
      for (var part : Collections.list(zip.entries())) {
        var text = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        if (part.getName().startsWith("xl/worksheets/") && FORMULA.matcher(text).find()) {
          found.add(part.getName());
        }
      }
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  @EnabledIfEnvironmentVariable(
      named = "THANGDIEM_LIBREOFFICE",
      matches = ".+",
      disabledReason = "THANGDIEM_LIBREOFFICE names no soffice")
  void survivesBeingSavedByLibreOffice(String edition, @TempDir Path folder) throws Exception {
    var assessment = AnySheet.assessment(edition);
    var random = new SplittableRandom(7);
    var facts = AnySheet.anyAnswers(assessment, random);
    var sheet = AnySheet.sheet(assessment, facts, AnySheet.anyClaims(assessment, random));
    var saved = savedByLibreOffice(folder, WorkbookFile.write(sheet));
    var read = WorkbookFile.read(assessment, "so-lieu.xlsx", saved);
    assertThat(read.facts()).isEqualTo(facts);
    assertThat(ImportPlan.of(sheet, read).rows()).isEmpty();
    assertThat(ImportPlan.of(sheet, read).sameClaims()).isTrue();
    assertThat(read.seen().get().byFact().values()).contains(2L);
  }

  private static byte[] savedByLibreOffice(Path folder, byte[] file) throws Exception {
    var source = Files.write(folder.resolve("so-lieu.xlsx"), file);
    var office =
        new ProcessBuilder(
                System.getenv("THANGDIEM_LIBREOFFICE"),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                folder.resolve("saved").toString(),
                source.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(office.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return Files.readAllBytes(folder.resolve("saved/so-lieu.xlsx"));
  }

  /** A file that LibreOffice 7.4 saved once, of the answers of seed 7. */
  @Test
  void readsWhatLibreOfficeHasSaved() throws IOException {
    var assessment = AnySheet.assessment("hau-giang-ict/2017");
    try (var saved = getClass().getResourceAsStream("saved-by-libreoffice.xlsx")) {
      var read = WorkbookFile.read(assessment, "so-lieu.xlsx", saved.readAllBytes());
      assertThat(read.facts()).isEqualTo(AnySheet.anyAnswers(assessment, new SplittableRandom(7)));
    }
  }

  @Test
  void namesEverythingWrongBySheetAndCellAtOnce() {
    var assessment = AnySheet.assessment("hau-giang-ict/2017");
    var said =
        wrong(
            assessment,
            workbook(
                AnySheet.UNIT,
                List.of("computers", "staff", "khong_co_so_nay"),
                List.of("ba mươi", "-4", "1")));
    assertThat(said)
        .anyMatch(line -> line.startsWith("so-lieu.xlsx so-y-te!B2"))
        .anyMatch(line -> line.startsWith("so-lieu.xlsx so-y-te!B3"))
        .anyMatch(line -> line.startsWith("so-lieu.xlsx so-y-te!A4"));
  }

  @Test
  void takesNumbersAsVietnameseOfficialsWriteThem() {
    var assessment = AnySheet.assessment("hau-giang-ict/2017");
    var file = workbook(AnySheet.UNIT, List.of("computers"), List.of("1.234"));
    assertThat(WorkbookFile.read(assessment, "so-lieu.xlsx", file).facts())
        .isEqualTo(Map.of("computers", new Fact.Amount(Rational.of(1234))));
  }

  @Test
  void refusesTheSheetOfAnotherUnit() {
    var assessment = AnySheet.assessment("hau-giang-ict/2017");
    assertThat(wrong(assessment, workbook("so-noi-vu", List.of("computers"), List.of("12"))))
        .anyMatch(line -> line.contains("so-noi-vu"));
  }

  @Test
  void refusesTheFileOfAnotherRound() {
    var assessment = AnySheet.assessment("hau-giang-ict/2017");
    var other = AnySheet.sheet(assessment, Map.of(), List.of());
    var next =
        new Assessment(
            new Round(
                assessment.round().id(),
                2018,
                false,
                "Đợt 2018",
                assessment.round().edition(),
                "",
                assessment.round().policy(),
                assessment.round().phase(),
                assessment.round().openedAt(),
                1),
            assessment.set(),
            assessment.unit(),
            assessment.window(),
            assessment.reader(),
            assessment.roles(),
            assessment.now());
    assertThat(wrong(next, WorkbookFile.write(other)))
        .containsExactly("so-lieu.xlsx: " + Words.VIETNAMESE.say("import.otherRound", "2017"));
  }

  @Test
  void refusesHostileAndBrokenFilesWithWords() {
    var assessment = AnySheet.assessment("hau-giang-ict/2017");
    var good = WorkbookFile.write(AnySheet.sheet(assessment, Map.of(), List.of()));
    assertThat(wrong(assessment, new byte[0])).isNotEmpty();
    assertThat(wrong(assessment, "=cmd|'/C calc'!A0".getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
    assertThat(wrong(assessment, new byte[WorkbookFile.LARGEST + 1]))
        .containsExactly("so-lieu.xlsx: " + Words.VIETNAMESE.say("import.tooLarge", 1));
    for (int part = 1; part < 12; part++) {
      assertThat(wrong(assessment, Arrays.copyOf(good, good.length * part / 12))).isNotEmpty();
    }
    var random = new SplittableRandom(3);
    for (int trial = 0; trial < 200; trial++) {
      var bent = good.clone();
      IntStream.range(0, 8)
          .forEach(_ -> bent[random.nextInt(bent.length)] = (byte) random.nextInt(256));
      try {
        WorkbookFile.read(assessment, "so-lieu.xlsx", bent);
      } catch (BadInput refused) {
        assertThat(refused.mistakes()).isNotEmpty();
      }
    }
  }

  private static List<String> wrong(Assessment assessment, byte[] file) {
    var refused =
        assertThatExceptionOfType(BadInput.class)
            .isThrownBy(() -> WorkbookFile.read(assessment, "so-lieu.xlsx", file))
            .actual();
    return refused.mistakes().stream()
        .map(mistake -> mistake.where() + ": " + mistake.what().in(Words.VIETNAMESE))
        .toList();
  }

  private static byte[] workbook(String unit, List<String> facts, List<String> values) {
    return workbook(unit, "", facts, values);
  }

  /** A workbook that somebody made by hand: a note, and the unit's sheet. */
  static byte[] workbook(String unit, String note, List<String> facts, List<String> values) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var about = workbook.newWorksheet("Thông tin");
      about.value(0, 0, "Ghi chú");
      about.value(0, 1, note);
      var sheet = workbook.newWorksheet(unit);
      sheet.value(0, 0, "Mã");
      sheet.value(0, 1, "Số liệu kê khai");
      for (int i = 0; i < facts.size(); i++) {
        sheet.value(i + 1, 0, facts.get(i));
        sheet.value(i + 1, 1, values.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
