package thangdiem.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.words.BadInput;

/** The settings of a round, by the names of the interpretation register. */
class PolicyTest {

  @Test
  void hasTheDefaultsOfTheRegister() {
    assertThat(Policy.DEFAULT.settings())
        .hasToString(
            "{rounding=criterion-2, bonusInTotal=true, notApplicable=zero, zeroDenominator=zero, ratioCap=1, overall=total, ties=1-2-2-4,"
                + " penaltyFloor=0}");
  }

  @ParameterizedTest
  @CsvSource({
    "rounding, none",
    "rounding, criterion-2",
    "bonusInTotal, false",
    "bonusInTotal, true",
    "notApplicable, rescale-section",
    "notApplicable, full",
    "notApplicable, zero",
    "zeroDenominator, not-applicable",
    "zeroDenominator, zero",
    "ratioCap, none",
    "ratioCap, 1",
    "overall, mean-of-section-percentages",
    "overall, total",
    "ties, 1-2-2-4",
    "penaltyFloor, 0",
    "deadline, 2018-01-10T12:00+07:00"
  })
  void changesOneSettingAndNoOther(String key, String value) {
    var settings = new java.util.LinkedHashMap<>(Policy.DEFAULT.settings());
    settings.put(key, value);

    assertThat(Policy.DEFAULT.with(key, value).settings()).isEqualTo(settings);
  }

  @ParameterizedTest
  @CsvSource({
    "rounding, none",
    "bonusInTotal, false",
    "notApplicable, full",
    "zeroDenominator, not-applicable",
    "ratioCap, none",
    "overall, mean-of-section-percentages",
    "deadline, 2018-01-10T12:00+07:00"
  })
  void keepsASettingWhenOthersChange(String key, String value) {
    var policy = Policy.DEFAULT.with(key, value);
    for (var setting : Policy.DEFAULT.settings().entrySet()) {
      if (!setting.getKey().equals(key)) {
        policy = policy.with(setting.getKey(), setting.getValue());
      }
    }

    assertThat(policy).isEqualTo(Policy.DEFAULT.with(key, value));
  }

  @ParameterizedTest
  @CsvSource({
    "rounding, 2, '«rounding» không nhận giá trị «2»; các giá trị: criterion-2, none'",
    "bonusInTotal, yes, '«bonusInTotal» không nhận giá trị «yes»; các giá trị: true, false'",
    "notApplicable, ZERO, '«notApplicable» không nhận giá trị «ZERO»; các giá trị: zero, rescale-section, full'",
    "ties, 1-2-3-4, «ties» không nhận giá trị «1-2-3-4»; các giá trị: 1-2-2-4",
    "deadline, 2018-01-10, 'deadline cần một thời điểm dạng 2017-12-15T00:00:00+07:00, không phải «2018-01-10»'",
    "colour, red, 'không có chính sách «colour»; các chính sách: rounding, bonusInTotal, notApplicable, zeroDenominator, ratioCap, overall, ties, penaltyFloor, deadline'"
  })
  void refusesWhatTheRegisterDoesNotKnow(String key, String value, String sentence) {
    assertThatThrownBy(() -> Policy.DEFAULT.with(key, value))
        .isInstanceOf(BadInput.class)
        .hasMessage("--policy: " + sentence);
  }

  @Test
  void knowsTheOtherReadingOfArticleSeven() {
    assertThat(Policy.Overall.TOTAL.other()).isEqualTo(Policy.Overall.MEAN_OF_SECTION_PERCENTAGES);
    assertThat(Policy.Overall.MEAN_OF_SECTION_PERCENTAGES.other()).isEqualTo(Policy.Overall.TOTAL);
  }
}
