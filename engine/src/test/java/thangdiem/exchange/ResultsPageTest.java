package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thangdiem.ranking.Robustness;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Reasons;
import thangdiem.words.Words;

class ResultsPageTest {

  private static String page(
      CriteriaSource source, Answers answers, Policy policy, boolean robustness, Words words)
      throws IOException {
    var set = source.file().set();
    var round = Round.of(source, answers, policy);
    var firm =
        robustness
            ? Optional.of(Robustness.of(set, answers, policy, 10, 1))
            : Optional.<Robustness>empty();
    var out = new ByteArrayOutputStream();
    ResultsPage.write(
        out,
        round.standings(),
        new Reasons(set, policy),
        firm,
        answers.note(),
        "0".repeat(64),
        words);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysWhoLeadsAndHowManyHaveEachGrade() throws IOException {
    assertThat(
            page(Given.decision1663(), Given.fourUnits(), Policy.DEFAULT, true, Words.VIETNAMESE))
        .contains("Sở giả định A đứng đầu")
        .contains("Trong 4 đơn vị có 2 Tốt, 1 Khá, 1 Trung bình, 0 Yếu")
        .contains("còn thiếu 0,01 điểm để đạt loại Khá");
  }

  @Test
  void speaksEnglishOnRequest() throws IOException {
    assertThat(page(Given.decision1663(), Given.fourUnits(), Policy.DEFAULT, false, Words.ENGLISH))
        .contains("<html lang=\"en\">")
        .contains("Where most points were lost");
  }

  @Test
  void printsHostileNamesAsText() throws IOException {
    var hostile =
        """
        {"criteria": "hau-giang-ict/2017", "year": 2017, "note": "<img src=x onerror=alert(1)>",
         "units": [{"unit": "x", "name": "\\"><script>alert(1)</script>", "group": "department", "facts": {"staff": 1},
           "deductions": [{"kind": "incident", "reason": "<b onclick=alert(1)>"}]}]}\
        """;
    assertThat(
            page(
                Given.decision1663(),
                Given.answers(hostile),
                Policy.DEFAULT,
                true,
                Words.VIETNAMESE))
        .doesNotContain("<script>alert(1)")
        .doesNotContain("<img src=x")
        .doesNotContain("<b onclick")
        .contains("&lt;script&gt;alert(1)");
  }

  @Test
  void showsAnySetThatTheReaderAccepts() throws IOException {
    var source = CriteriaSource.read("minh-hoa/2025", List.of(Given.criteriaFolder()));
    var json =
        """
        {"criteria": "minh-hoa/2025", "year": 2025, "units": [
          {"unit": "so-minh-hoa-1", "facts": {"steering_head": "chief"}},
          {"unit": "xa-minh-hoa-1", "facts": {"steering_head": "deputy", "unlawful_content": true}, "notApplicable": ["E"]},
          {"unit": "don-vi-dac-thu", "facts": {}}]}\
        """;
    var answers = AnswersJson.read("a.json", json, source.file().set(), Optional.empty());
    assertThat(
            page(
                source,
                answers,
                Policy.DEFAULT.with("notApplicable", "rescale-section"),
                true,
                Words.VIETNAMESE))
        .contains("Bộ tiêu chí minh hoạ, không phải văn bản")
        .contains("Đơn vị đặc thù minh hoạ")
        .contains("KXH")
        .contains("Đăng nội dung trái pháp luật");
  }

  @Test
  void leavesReasonsToTheOtherFilesWhereUnitsAreTooManyForOnePage() throws IOException {
    var units = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      units.add(
          "{\"unit\": \"u%d\", \"name\": \"Đơn vị %d\", \"group\": \"department\", \"facts\": {\"it_officers\": %d}}"
              .formatted(i, i, i % 3));
    }
    var answers =
        Given.answers(
            "{\"criteria\": \"hau-giang-ict/2017\", \"year\": 2017, \"units\": ["
                + String.join(",", units)
                + "]}");
    assertThat(page(Given.decision1663(), answers, Policy.DEFAULT, false, Words.VIETNAMESE))
        .contains("Đơn vị 299")
        .doesNotContain("class=\"crit\"")
        .contains("results.json và results.xlsx");
  }
}
