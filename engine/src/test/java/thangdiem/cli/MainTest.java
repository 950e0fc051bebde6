package thangdiem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thangdiem.words.Words;

/** The commands as an official types them. */
class MainTest {

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private static Ran run(Object... words) {
    return run(Words.VIETNAMESE, words);
  }

  private static Ran run(Words language, Object... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var line = Stream.of(words).map(Object::toString).toArray(String[]::new);
    int code =
        Main.run(
            line,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            language);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Path criteria() {
    for (var up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.isDirectory(up.resolve("criteria/hau-giang-ict"))) {
        return up.resolve("criteria/hau-giang-ict/2017");
      }
    }
    throw new IllegalStateException("no criteria folder");
  }

  private Path fourUnits() throws Exception {
    var file = folder.resolve("answers.json");
    try (var stream = MainTest.class.getResourceAsStream("/cases/answers.json")) {
      Files.write(file, stream == null ? new byte[0] : stream.readAllBytes());
    }
    return file;
  }

  @Test
  void scoresFourUnitsIntoEveryFileThatIsPromised() throws Exception {
    var out = folder.resolve("kết quả");
    var ran =
        run(
            "score",
            fourUnits(),
            "--criteria",
            criteria(),
            "--out",
            out,
            "--robustness",
            "20",
            "--seed",
            "1");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("Đã chấm 4 đơn vị")
        .contains("Tốt 2 · Khá 1 · Trung bình 1 · Yếu 0");
    try (var files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "results.json",
              "results.xlsx",
              "results.csv",
              "index.html",
              "bundle.zip",
              "robustness.json");
    }
    var verified = run("verify", out.resolve("bundle.zip"));
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("ĐÚNG").contains("4 đơn vị");
  }

  @Test
  void putsTheUnitsOfTheGivenListIntoTheBundle() throws Exception {
    var units = folder.resolve("units.yaml");
    Files.writeString(
        units,
        """
        units:
          - {id: so-y-te, name: Sở Y tế và Dân số, group: district}
          - {id: xa-moi, name: Xã Mới, group: district}
        """);
    var answers = folder.resolve("answers.json");
    Files.writeString(
        answers,
        "{\"criteria\": \"hau-giang-ict/2017\", \"year\": 2017,"
            + " \"units\": [{\"unit\": \"so-y-te\", \"facts\": {\"staff\": 1}}]}");
    var out = folder.resolve("out");
    var ran = run("score", answers, "--criteria", criteria(), "--out", out, "--units", units);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("Sở Y tế và Dân số");
    var verified = run("verify", out.resolve("bundle.zip"));
    assertThat(verified.out()).contains("ĐÚNG").contains("2 đơn vị");
  }

  private String refused(String name, byte[] content) throws Exception {
    var file = Files.write(folder.resolve(name), content);
    return refused(file);
  }

  /** What scoring a file is answered, without the name of the file. */
  private String refused(Path file) {
    var out = folder.resolve("out");
    var ran = run("score", file, "--criteria", criteria(), "--out", out);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(out).doesNotExist();
    assertThat(ran.err()).startsWith(file.toString()).endsWith("\n").hasLineCount(1);
    return ran.err().substring(file.toString().length());
  }

  @Test
  void saysOfAFileThatCannotBeReadWhatItIsInstead() throws Exception {
    var good = Files.readString(fourUnits());
    assertThat(refused(Files.createDirectory(folder.resolve("thu-muc.json"))))
        .contains("đây là thư mục");
    assertThat(refused(folder.resolve("khong-co.json"))).contains("không có tệp này");
    assertThat(refused("trong.json", new byte[0])).contains("tệp trống");
    assertThat(refused("trong.xlsx", new byte[0])).contains("không phải tệp Excel .xlsx");
    assertThat(refused("a.ods", new byte[0])).contains("lưu lại thành .xlsx");
    assertThat(refused("16.json", good.getBytes(StandardCharsets.UTF_16))).contains("UTF-16");
    assertThat(refused("16le.json", good.getBytes(StandardCharsets.UTF_16LE))).contains("UTF-16");
    assertThat(refused("zip.json", new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xff}))
        .contains("tệp nhị phân");
    assertThat(refused("cu.json", "{\n\n\"ghi chú\"".getBytes(StandardCharsets.ISO_8859_1)))
        .contains("chữ ở dòng 3 không phải mã UTF-8");
    assertThat(refused("doi-duoi.xlsx", good.getBytes(StandardCharsets.UTF_8)))
        .contains("không phải tệp Excel .xlsx");
  }

  @Test
  void readsAFileThatBeginsWithAByteOrderMark() throws Exception {
    var file = folder.resolve("bom.json");
    Files.writeString(file, "\uFEFF" + Files.readString(fourUnits()));
    assertThat(run("score", file, "--criteria", criteria(), "--out", folder.resolve("o")).code())
        .isZero();
  }

  @Test
  void saysWhyNothingCanBeWrittenThere() throws Exception {
    var taken = Files.writeString(folder.resolve("ket-qua"), "");
    var ran = run("score", fourUnits(), "--criteria", criteria(), "--out", taken);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("không ghi được: một tệp và một thư mục trùng tên nhau");
  }

  @Test
  void leavesWhatWasThereWhereNotEveryFileCanBeWritten() throws Exception {
    var out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("results.json"), "kết quả cũ");
    Files.createDirectory(out.resolve("index.html.part"));

    var ran = run("score", fourUnits(), "--criteria", criteria(), "--out", out);

    assertThat(ran.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(ran.err()).contains("index.html: không ghi được");
    try (var left = Files.list(out)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("results.json", "index.html.part");
    }
    assertThat(out.resolve("results.json")).hasContent("kết quả cũ");
  }

  @Test
  void saysOfAFileThatIsNoBundleThatItIsNone() throws Exception {
    var file = Files.writeString(folder.resolve("b.zip"), "xin chào");
    assertThat(run("verify", file).err()).contains("không phải gói ZIP nguyên vẹn");
  }

  @Test
  void saysWhatIsWrongWithACommandLineInTheReadersWords() throws Exception {
    var answers = fourUnits();
    assertThat(
            run("score", answers, "--criteria", "a", "--out", "b", "--robustness", "nhiều").err())
        .startsWith("--robustness: «nhiều» không phải giá trị dùng được ở đây.");
    assertThat(run("score", answers, "--criteria", "a", "--out", "b", "--out", "c").err())
        .startsWith("Chỉ được ghi --out một lần.");
    assertThat(run("score", answers, "--criteria", "a", "--out").err()).startsWith("Thiếu: --out");
    assertThat(run(Words.ENGLISH, "score", answers, "--out", "b", "--seed", "x").err())
        .doesNotContain("should be");
  }

  @Test
  void saysOfNoUnitThatItLeadsAGroupThatIsNotRanked() throws Exception {
    var answers = folder.resolve("answers.json");
    Files.writeString(
        answers,
        """
        {"criteria": "minh-hoa/2025", "year": 2025, "units": [
          {"unit": "so-a", "name": "Sở A", "group": "department", "facts": {"staff": 1}},
          {"unit": "dac-thu", "name": "Cơ quan B", "group": "special", "facts": {"staff": 1}}]}
        """);
    var ran = run("score", answers, "--criteria", "minh-hoa/2025", "--out", folder.resolve("out"));
    assertThat(ran.out()).contains("đứng đầu là Sở A").doesNotContain("đứng đầu là Cơ quan B");
  }

  /** Four copies of the sample's 32 units: most have another rank under the other reading. */
  private Path oneHundredAndTwentyEightUnits() throws Exception {
    var sample = Files.readString(criteria().resolve("sample/answers.json"));
    int first = sample.indexOf('{', sample.indexOf("\"units\""));
    var units =
        sample
            .substring(first, sample.lastIndexOf(']'))
            .replaceAll("\"name\": \"[^\"]*\"", "\"name\": \"Đơn vị\"");
    var copies =
        Stream.of("a", "b", "c", "d")
            .map(copy -> units.replace("\"unit\": \"", "\"unit\": \"" + copy + "-"))
            .toList();
    var file = folder.resolve("many.json");
    Files.writeString(
        file,
        sample.substring(0, first)
            + String.join(",", copies)
            + sample.substring(sample.lastIndexOf(']')));
    return file;
  }

  @Test
  void namesAtMostSixtyUnitsWhoseRankTheOtherReadingChanges() throws Exception {
    var ran =
        run(
            "score",
            oneHundredAndTwentyEightUnits(),
            "--criteria",
            criteria(),
            "--out",
            folder.resolve("out"));
    assertThat(ran.err()).isEmpty();
    var flips = ran.out().lines().filter(line -> line.contains("cách hiểu kia")).findFirst();
    int all = Integer.parseInt(flips.orElseThrow().replaceFirst(" .*", ""));
    assertThat(all).isGreaterThan(60);
    assertThat(flips.get().split(", ")).hasSize(60);
    assertThat(ran.out()).contains("… và " + (all - 60) + " đơn vị nữa");
  }

  @Test
  void saysOfAnEmptyFormThatNobodyStatedAnythingAndNamesNoFirst() throws Exception {
    var form = folder.resolve("form.xlsx");
    run("template", "--criteria", criteria(), "--out", form);

    var ran = run("score", form, "--criteria", criteria(), "--out", folder.resolve("out"));

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("32 đơn vị không có số liệu nào").doesNotContain("đứng đầu");
  }

  @Test
  void writesNothingAndSaysEverythingWhenTheAnswersAreWrong() throws Exception {
    var answers = folder.resolve("wrong.json");
    Files.writeString(
        answers,
        Files.readString(fourUnits())
            .replaceFirst("\"staff\": 50", "\"staff\": -5, \"colour\": 1"));
    var out = folder.resolve("out");
    var ran = run("score", answers, "--criteria", criteria(), "--out", out);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("wrong.json $.units[0].facts."));
    assertThat(out).doesNotExist();
  }

  @Test
  void settlesEachPolicyFromTheCommandLineAndRefusesUnknownOnes() throws Exception {
    var out = folder.resolve("out");
    run(
        "score",
        fourUnits(),
        "--criteria",
        criteria(),
        "--out",
        out,
        "--policy",
        "bonusInTotal=false",
        "--policy",
        "rounding=none");
    assertThat(Files.readString(out.resolve("results.json")))
        .contains("\"rounding\": \"none\"")
        .contains("\"bonusInTotal\": false")
        .contains("\"total\": \"1000.00\"");
    var refused =
        run(
            "score",
            fourUnits(),
            "--criteria",
            criteria(),
            "--out",
            out,
            "--policy",
            "rounding=up",
            "--policy",
            "taste=good",
            "--policy",
            "x");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err().lines()).hasSize(3);
  }

  @Test
  void writesOnlyTheFilesThatAreAskedForTheSameAsAmongAll() throws Exception {
    var all = folder.resolve("all");
    run("score", fourUnits(), "--criteria", criteria(), "--out", all);
    var some = folder.resolve("some");
    var ran =
        run(
            "score",
            fourUnits(),
            "--criteria",
            criteria(),
            "--out",
            some,
            "--only",
            "results.csv",
            "--only",
            "results.json");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Kết quả ở: ").doesNotContain("index.html");
    assertThat(some.toFile().list()).containsExactlyInAnyOrder("results.csv", "results.json");
    assertThat(some.resolve("results.csv")).hasSameBinaryContentAs(all.resolve("results.csv"));
    assertThat(some.resolve("results.json")).hasSameBinaryContentAs(all.resolve("results.json"));

    var bundle = folder.resolve("bundle");
    run("score", fourUnits(), "--criteria", criteria(), "--out", bundle, "--only", "bundle.zip");
    assertThat(bundle.toFile().list()).containsExactly("bundle.zip");
    assertThat(bundle.resolve("bundle.zip")).hasSameBinaryContentAs(all.resolve("bundle.zip"));
  }

  @Test
  void saysWhichFilesThereAreWhenAskedForOneThatThereIsNot() throws Exception {
    var out = folder.resolve("out");
    var ran =
        run("score", fourUnits(), "--criteria", criteria(), "--out", out, "--only", "ketqua.csv");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("«ketqua.csv»").contains("results.csv");
    assertThat(out).doesNotExist();
  }

  @Test
  void makesNoFormForNobodyNorUnderANameThatExcelRefuses() throws Exception {
    var alone = Files.createDirectory(folder.resolve("alone")).resolve("criteria.yaml");
    Files.copy(criteria().resolve("criteria.yaml"), alone);
    var form = folder.resolve("form.xlsx");

    var nobody = run("template", "--criteria", alone, "--out", form);
    var named = run("template", "--criteria", criteria(), "--out", folder.resolve("form.xls"));

    assertThat(nobody.code()).isEqualTo(2);
    assertThat(nobody.err()).contains("--units");
    assertThat(named.code()).isEqualTo(2);
    assertThat(named.err()).contains(".xlsx");
    assertThat(form).doesNotExist();
  }

  @Test
  void listsTheUnitsOfAnUntouchedTemplateAsNotReporting() throws Exception {
    var template = folder.resolve("mau.xlsx");
    assertThat(run("template", "--criteria", criteria(), "--out", template).code()).isZero();
    assertThat(template).isNotEmptyFile();
    // An untouched template answers nothing: its units are listed as not reporting, and that is a
    // result, not a mistake.
    var out = folder.resolve("out");
    var ran = run("score", template, "--criteria", criteria(), "--out", out);
    assertThat(ran.err()).isEmpty();
    assertThat(Files.readString(out.resolve("results.json")))
        .contains("\"unanswered\"")
        .contains("\"no-report\"");
  }

  @Test
  void answersNoWhenACriteriaSetHasErrors() throws Exception {
    var broken = folder.resolve("criteria.yaml");
    Files.writeString(
        broken,
        Files.readString(criteria().resolve("criteria.yaml"))
            .replace("maxPoints: 150", "maxPoints: 151"));
    var ran = run("check", broken);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("criteria.yaml:").contains("151").contains("^");
  }

  @Test
  void checksTheDecisionWithoutErrors() {
    var ran = run("check", criteria());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("72 tiêu chí").contains("81 số liệu");
    assertThat(ran.err()).contains("785").contains("815");
  }

  @Test
  void explainsItselfInBothLanguages() {
    assertThat(run("score", "--help").out())
        .contains("Cách dùng")
        .contains("--robustness")
        .contains("Thư mục ghi kết quả");
    assertThat(run(Words.ENGLISH, "score", "--help").out())
        .contains("Usage")
        .contains("folder for the results");
    assertThat(run().out()).contains("check").contains("verify");
  }

  @Test
  void refusesAMisspeltCommandLineWithExitCode2() {
    for (var line :
        List.of(
            List.of("scroe"),
            List.of("score"),
            List.of("verify"),
            List.of("check", "nothing.yaml"),
            List.of("score", "a.json", "--x"))) {
      var ran = run(line.toArray());
      assertThat(ran.code()).as(line.toString()).isEqualTo(2);
      assertThat(ran.err()).isNotBlank().doesNotContain("Exception");
    }
  }

  @Test
  void printsACompletionScriptThatKnowsEveryCommand() {
    assertThat(run("completion").out())
        .contains("thangdiem")
        .contains("--robustness")
        .contains("template");
  }

  @Test
  void speaksBothLanguagesWithTheSameKeysAndTheSameGaps() {
    assertThat(Words.ENGLISH.keys()).isEqualTo(Words.VIETNAMESE.keys());
    var gaps = List.of("{0}", "{1}", "{2}", "{3}", "{4}", "{5}");
    var arguments = gaps.toArray();
    for (var key : Words.VIETNAMESE.keys()) {
      var wide = new ArrayList<>(List.of(arguments));
      wide.addAll(List.of("{6}", "{7}", "{8}", "{9}"));
      var vietnamese = Words.VIETNAMESE.say(key, wide.toArray());
      var english = Words.ENGLISH.say(key, wide.toArray());
      assertThat(wide.stream().filter(gap -> vietnamese.contains((String) gap)).toList())
          .as(key)
          .isEqualTo(wide.stream().filter(gap -> english.contains((String) gap)).toList());
    }
  }
}
