package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Fact;
import thangdiem.words.BadInput;

class AnswersJsonTest {

  @Test
  void readsCountsDecimalsYesNoChoicesDatesAndNone() {
    var unit =
        Given.answers(
                Given.oneDepartment(
                    """
                    "staff": 120, "bandwidth_mbps": "60.5", "dbms": true, "portal_about": "vi", "plan_issued_on": "2016-11-15", "certificates_used": null\
                    """))
            .units()
            .getFirst();
    assertThat(unit.facts())
        .containsEntry("staff", new Fact.Amount(Rational.of(120)))
        .containsEntry("bandwidth_mbps", new Fact.Amount(Rational.of(121, 2)))
        .containsEntry("dbms", new Fact.YesNo(true))
        .containsEntry("portal_about", new Fact.Chosen("vi"))
        .containsEntry("plan_issued_on", new Fact.Day(LocalDate.of(2016, 11, 15)))
        .containsEntry("certificates_used", new Fact.None());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"staff\": 1.5                       | số nguyên",
        "\"staff\": -1                        | nhỏ hơn 0",
        "\"staff\": 1000000000001             | lớn hơn 1.000.000.000.000",
        "\"staff\": 1e400                     | dấu chấm thập phân",
        "\"staff\": \"12,5\"                  | dấu chấm thập phân",
        "\"staff\": true                      | số nguyên như 120",
        "\"staff\": [1]                       | số nguyên như 120",
        "\"staf\": 1                          | có phải «staff»",
        "\"dbms\": 1                          | có (true) hoặc không (false)",
        "\"dbms\": \"có\"                     | có (true) hoặc không (false)",
        "\"portal_about\": \"en\"             | các phương án: vi_en, vi, none",
        "\"portal_about\": true               | mã một phương án",
        "\"plan_issued_on\": \"2016-02-30\"   | ngày có thật",
        "\"plan_issued_on\": \"15/11/2016\"   | ngày có thật",
        "\"plan_issued_on\": \"0000-01-01\"   | ngày có thật",
        "\"plan_issued_on\": 20161115         | một ngày dạng",
        "\"staff\": 1, \"staff\": 2           | xuất hiện hai lần",
      })
  void refusesAValueThatItsFactCannotHave(String facts, String said) {
    assertThat(Given.refused(() -> Given.answers(Given.oneDepartment(facts))))
        .anyMatch(line -> line.contains(said));
  }

  @Test
  void listsEverythingWrongAtOnceWithItsPath() {
    var wrong =
        """
        {"criteria": "hau-giang-ict/2016", "year": 2016, "units": [
          {"unit": "a", "name": "A", "group": "ministry", "facts": {"staff": -1}},
          {"unit": "a", "facts": {}, "notApplicable": ["VI.1"], "deductions": [{"kind": "rude", "points": "-2"}], "colour": "red"}]}\
        """;
    assertThat(Given.refused(() -> Given.answers(wrong)))
        .anyMatch(
            line -> line.startsWith("answers.json $: ") && line.contains("hau-giang-ict/2016"))
        .anyMatch(line -> line.contains("2016") && line.contains("2017"))
        .anyMatch(line -> line.startsWith("answers.json $.units[0]: ") && line.contains("ministry"))
        .anyMatch(line -> line.startsWith("answers.json $.units[0].facts.staff: "))
        .anyMatch(
            line -> line.startsWith("answers.json $.units[1]: ") && line.contains("đã có ở trên"))
        .anyMatch(line -> line.startsWith("answers.json $.units[1].notApplicable[0]: "))
        .anyMatch(line ->
            line.startsWith("answers.json $.units[1].deductions[0]: ") && line.contains("rude"))
        .anyMatch(line -> line.startsWith("answers.json $.units[1]: ") && line.contains("«colour»"))
        .hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void saysWhereAFileIsCutOffAndThatAnotherIsEmpty() {
    assertThat(Given.refused(() -> Given.answers("{\"criteria\": {\n  \"a\": 1")))
        .singleElement()
        .asString()
        .contains("dòng 2")
        .doesNotContain("Source");
    assertThat(Given.refused(() -> Given.answers(" \r\n")))
        .singleElement()
        .asString()
        .endsWith("tệp trống");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u202eS\u1edf X",
        "S\u1edf\\u0000X",
        "S\u1edf \\ud800",
        "S\u1edf\\u0007",
        "\\u2066S\u1edf X",
        " "
      })
  void refusesANameThatWouldTurnRoundOrBreakWhatStandsBesideIt(String name) {
    assertThat(
            Given.refused(() ->
                Given.answers(Given.oneDepartment("").replace("\"Sở X\"", "\"" + name + "\""))))
        .singleElement()
        .asString()
        .contains("không có ký tự điều khiển không nhìn thấy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"noReport\": \"yes\" | cần true hoặc false",
        "\"noReport\": true | không thể có số liệu",
        "\"deductions\": [{\"kind\": \"late-report\", \"points\": 1e13}] | lớn quá mức",
      })
  void refusesWhatAUnitCannotHaveBesideItsFacts(String beside, String said) {
    var json = Given.oneDepartment("\"staff\": 1").replace("\"facts\"", beside + ", \"facts\"");
    assertThat(Given.refused(() -> Given.answers(json))).singleElement().asString().contains(said);
  }

  @Test
  void takesANameOfTwoLines() {
    var json = Given.oneDepartment("").replace("\"Sở X\"", "\"Sở\\nX\\t😀\"");
    assertThat(Given.answers(json).units().getFirst().name()).isEqualTo("Sở\nX\t😀");
  }

  @Test
  void acceptsOnlyListedUnitsAndNamesThoseThatSentNothing() {
    var set = Given.decision1663().file().set();
    var listed =
        List.of(
            new ListedUnit("so-x", "Sở X", "Sở X", "department", 1, List.of()),
            new ListedUnit("so-y", "Sở Y", "Sở Y", "department", 2, List.of()));
    var answers =
        AnswersJson.read("a.json", Given.oneDepartment("\"staff\": 1"), set, Optional.of(listed));
    assertThat(answers.units())
        .extracting(unit -> unit.unit() + " " + unit.reported())
        .containsExactly("so-x true", "so-y false");
    assertThatThrownBy(() ->
            AnswersJson.read(
                "a.json", Given.oneDepartment(""), set, Optional.of(listed.subList(1, 2))))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("không có trong danh mục");
  }

  @Test
  void takesListedUnitsOfWhichNoneAnsweredForARoundWithoutReports() {
    var set = Given.decision1663().file().set();
    var listed = List.of(new ListedUnit("so-x", "Sở X", "Sở X", "department", 1, List.of()));
    var nobody = "{\"criteria\": \"hau-giang-ict/2017\", \"year\": 2017, \"units\": []}";
    assertThat(AnswersJson.read("a.json", nobody, set, Optional.of(listed)).units())
        .singleElement()
        .matches(unit -> unit.unit().equals("so-x") && !unit.reported());
    assertThat(Given.refused(() -> AnswersJson.read("a.json", nobody, set, Optional.empty())))
        .containsExactly("không có đơn vị nào trong tệp số liệu");
  }

  @Test
  void readsBackWhatItWrites() {
    var answers = Given.fourUnits();
    var out = new ByteArrayOutputStream();
    AnswersJson.write(out, answers);
    assertThat(Given.answers(out.toString(StandardCharsets.UTF_8))).isEqualTo(answers);
  }

  @Test
  void answersNonsenseWithARefusalAndNothingElse() {
    var good = Given.text("/cases/answers.json");
    var random = new Random(1663);
    for (int i = 0; i < 2_000; i++) {
      var bytes = good.substring(0, 400 + random.nextInt(2_000)).toCharArray();
      for (int j = 0; j < 3; j++) {
        bytes[random.nextInt(bytes.length)] = (char) random.nextInt(128);
      }
      assertThatThrownBy(() -> Given.answers(new String(bytes))).isInstanceOf(BadInput.class);
    }
    assertThatThrownBy(() -> Given.answers("[".repeat(100_000))).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> Given.answers("")).isInstanceOf(BadInput.class);
  }
}
