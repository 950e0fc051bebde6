package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.words.Mistake;
import thangdiem.words.Words;

/** The examples that officials add to, beside each criteria set. */
class LawExamplesTest {

  @ParameterizedTest
  @CsvSource({"hau-giang-ict/2017, 30", "minh-hoa/2025, 20"})
  void everyExampleComesOutAsExpected(String set, int atLeast) {
    var outcome = Examples.run(CriteriaSource.read(set, List.of(Given.criteriaFolder())));
    assertThat(said(outcome)).isEmpty();
    assertThat(outcome.count()).isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void anExampleThatIsWrongIsNamedWithItsLineAndBothNumbers() {
    var source = Given.decision1663();
    var example =
        """
        - name: Có hai cán bộ thì được 20 điểm
          facts: {it_officers: 2}
          expect:
            criteria: {V.2: 30}
            flags: []
        """;
    var outcome =
        Examples.run(
            new CriteriaSource(source.file(), source.unitsText(), Map.of("v.yaml", example)));
    assertThat(said(outcome))
        .singleElement()
        .asString()
        .startsWith("v.yaml:4:21: ")
        .contains("30")
        .contains("20.00");
  }

  @Test
  void everythingThatCannotBeReadInAnExampleIsNamedAndNothingElse() {
    var source = Given.decision1663();
    var example =
        """
        - name: Có hai cán bộ thì được 20 điểm
          facts: {it_officer: 2}
          policy: {rounding: three}
          expect: {criteria: {V.2: 20}}
        """;
    var outcome =
        Examples.run(
            new CriteriaSource(source.file(), source.unitsText(), Map.of("v.yaml", example)));
    assertThat(said(outcome))
        .hasSize(2)
        .anyMatch(line -> line.contains("«rounding» không nhận giá trị «three»"))
        .anyMatch(line -> line.contains("không có số liệu «it_officer»"));
  }

  private static List<String> said(Examples.Outcome outcome) {
    return outcome.failures().stream()
        .map((Mistake failure) -> failure.in(Words.VIETNAMESE))
        .toList();
  }
}
