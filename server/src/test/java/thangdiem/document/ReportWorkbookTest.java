package thangdiem.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;

/** The report as a workbook: points are numbers, and no text is ever a formula (S10). */
class ReportWorkbookTest {

  private static final List<String> EVIL =
      List.of(
          "=1+1",
          "+1+1",
          "-1+1",
          "@SUM(1;1)",
          "=HYPERLINK(\"http://x\",\"y\")",
          "\t=1+1",
          "\r=1+1",
          "＝1+1",
          " =1+1",
          "=cmd|' /C calc'!A0",
          "{=1+1}",
          "'=1+1");

  /** Every text that a unit, a clerk or a registry writes begins as a formula would. */
  private static SelfAssessmentReport evil() {
    var given = GivenReport.report(1, 1);
    var letter = given.letter();
    var lines =
        IntStream.range(0, EVIL.size())
            .mapToObj(i ->
                new SelfAssessmentReport.Line(
                    "I." + i,
                    EVIL.get(i),
                    new BigDecimal("15"),
                    new BigDecimal("13.75"),
                    List.of(EVIL.get(i)),
                    EVIL.get(i)))
            .toList();
    return new SelfAssessmentReport(
        new SelfAssessmentReport.Letter(
            letter.parent(),
            "=1+1",
            letter.addressee(),
            "=1+1",
            letter.place(),
            letter.date(),
            letter.post(),
            letter.signer(),
            letter.recipients()),
        given.subject(),
        given.basis(),
        List.of(
            new SelfAssessmentReport.Section(
                "I", "=1+1", new BigDecimal("150"), new BigDecimal("130.25"), lines)),
        given.totals(),
        EVIL.stream().map(text -> new SelfAssessmentReport.Evidence(text, text, text)).toList(),
        "=1+1",
        true);
  }

  private static Map<String, String> parts(byte[] workbook, Path folder) throws IOException {
    var parts = new HashMap<String, String>();
    var file = Files.write(folder.resolve("bao-cao.xlsx"), workbook);
    try (var zip = new ZipFile(file.toFile())) {
      for (var part : Collections.list(zip.entries())) {
        parts.put(
            part.getName(),
            new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Test
  void pointsAreNumbersAndNothingIsAFormula(@TempDir Path folder) throws IOException {
    var parts = parts(evil().xlsx(), folder);
    var sheets =
        parts.entrySet().stream()
            .filter(part -> part.getKey().startsWith("xl/worksheets/"))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(sheets).hasSize(2).noneMatch(xml -> xml.contains("<f>") || xml.contains("<f "));
    assertThat(sheets).anyMatch(xml -> xml.contains("<v>13.75</v>"));
    assertThat(HtmlUtils.htmlUnescape(parts.get("xl/sharedStrings.xml")))
        .contains("DỰ THẢO")
        .contains("+1+1");
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "THANGDIEM_LIBREOFFICE",
      matches = ".+",
      disabledReason = "THANGDIEM_LIBREOFFICE names no soffice")
  void opensInLibreOfficeWithoutAFormula(@TempDir Path folder) throws Exception {
    var source = Files.write(folder.resolve("bao-cao.xlsx"), evil().xlsx());
    var office =
        new ProcessBuilder(
                System.getenv("THANGDIEM_LIBREOFFICE"),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "fods",
                "--outdir",
                folder.toString(),
                source.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(office.waitFor(5, TimeUnit.MINUTES)).isTrue();
    var opened = Files.readString(folder.resolve("bao-cao.fods"));
    assertThat(opened).contains("13.75").contains("＝1+1").doesNotContain("table:formula");
  }
}
