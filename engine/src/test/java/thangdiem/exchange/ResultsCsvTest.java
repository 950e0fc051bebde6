package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Policy;

class ResultsCsvTest {

  @Test
  void hasARowForEachUnitInTheOrderOfRankAndAColumnForEachCriterion() {
    var lines = csv(Given.aRoundOfFourUnits().standings()).lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst())
        .startsWith(
            "\uFEFFunit,name,group,rank,rankInGroup,total,grade,I,II,III,IV,V,bonus,deductions,meanPercent,rescaledTotal,rescaledGrade,flags,I.1,I.2,")
        .endsWith(",VII.1,VII.2,VII.3");
    assertThat(lines.get(1))
        .startsWith(
            "full-marks,Sở giả định A,department,1,1,1030.00,Tốt,150.00,400.00,200.00,150.00,100.00,30.00,0.00,100.00,1030.00,Tốt,,15.00,15.00,");
    assertThat(lines.get(2))
        .startsWith("exactly-850,")
        .contains(",2,1,850.00,Tốt,")
        .contains(",near-boundary,");
    assertThat(lines)
        .allMatch(line -> line.split(",", -1).length == lines.getFirst().split(",", -1).length);
  }

  @Test
  void endsEveryLineAsTheStandardAsks() {
    var csv = csv(Given.aRoundOfFourUnits().standings());
    assertThat(csv).endsWith("\r\n");
    assertThat(csv.replace("\r\n", "")).doesNotContain("\r", "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        " =1",
        "\u00a0=1",
        "\u2009@a",
        "\u200b=1",
        "\t=1",
        "\rx",
        "\nx",
        "\0x",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "\t",
        "  -"
      })
  void keepsASpreadsheetFromRunningText(String text) {
    assertThat(ResultsCsv.text(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sở Y tế", "", " ", "1=1", "UBND huyện – thị xã", "'=1", "a@b"})
  void leavesOtherTextAlone(String text) {
    assertThat(ResultsCsv.text(text)).isEqualTo(text);
  }

  @Test
  void quotesCommasQuotesAndLines() {
    var answers =
        Given.answers(
            """
            {"criteria": "hau-giang-ict/2017", "year": 2017,
             "units": [{"unit": "so-x", "name": "=Sở \\"X\\", Y\\nZ", "group": "department", "facts": {}}]}\
            """);
    var csv = csv(Round.of(Given.decision1663(), answers, Policy.DEFAULT).standings());
    assertThat(csv).contains("so-x,\"'=Sở \"\"X\"\", Y\nZ\",department,1,1,0.00,Yếu,");
  }

  @Test
  void writesTheSameBytesForTheSameRound() {
    assertThat(List.of(csv(Given.aRoundOfFourUnits().standings())))
        .containsExactly(csv(Given.aRoundOfFourUnits().standings()));
  }

  private static String csv(Standings standings) {
    var out = new ByteArrayOutputStream();
    try {
      ResultsCsv.write(out, standings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
