package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.criteria.Rational;
import thangdiem.words.Words;

class VietnameseNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | 120",
        "1.234 | 1234",
        "1.234.567 | 1234567",
        "12.345.678 | 12345678",
        "1 234 | 1234",
        "1\u00a0234\u202f567 | 1234567",
        "0 | 0",
        "007 | 7",
        "-5 | -5",
        "\u22125 | -5",
        "1.5 | 1.5",
        "1234.567 | 1234.567",
        "0,5 | 0.5",
      })
  void readsACount(String typed, BigDecimal number) {
    assertThat(VietnameseNumber.of(typed, true).value()).contains(Rational.of(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60,5 | 60.5",
        "60.5 | 60.5",
        "0.5 | 0.5",
        "0.500 | 0.5",
        "0,125 | 0.125",
        "1,234 | 1.234",
        "1.234,5 | 1234.5",
        "1.234.567 | 1234567",
        "1.234.567,89 | 1234567.89",
        "1\u2009234,5 | 1234.5",
        "1234,5 | 1234.5",
        "-0,5 | -0.5",
      })
  void readsADecimal(String typed, BigDecimal number) {
    assertThat(VietnameseNumber.of(typed, false).value()).contains(Rational.of(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234 | false | 1,234",
        "-12.345 | false | -12,345",
        "1,234 | true | 1,234",
        "12,000 | true | 12,000"
      })
  void asksWhereANumberCanBeReadInTwoWays(String typed, boolean count, String asDecimal) {
    var read = VietnameseNumber.of(typed, count);
    assertThat(read.value()).isEmpty();
    assertThat(read.question().orElseThrow().in(Words.VIETNAMESE))
        .contains("hai cách", asDecimal, asDecimal.replace(",", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "một",
        "1e3",
        "12 5",
        "1.23.456",
        "1,2,3",
        "1.234,",
        ",5",
        "1,234.5",
        "12.34,5",
        "0.123.456",
        "5%",
        "5 máy",
        "+5",
        "--5",
        "1 23",
        "٣",
        "NaN",
        "1_000",
        "0x10",
        "12345678901234567890123456789012345678901",
      })
  void readsNothingElse(String typed) {
    assertThat(VietnameseNumber.of(typed, true).value()).isEmpty();
    assertThat(VietnameseNumber.of(typed, false).value()).isEmpty();
  }
}
