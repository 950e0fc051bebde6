package thangdiem.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {

  @ParameterizedTest
  @ValueSource(strings = {"so y te", "Y TẾ", "sở tế", "y", "  sở\ty  "})
  void isFoundWithoutDiacriticsInAnyOrderByTheBeginningOfItsWords(String typed) {
    assertThat(Wanted.of(typed).isIn("Sở Y tế", "so-y-te")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ở y", "so y tế huyện", "te y so khac"})
  void isNotFoundByTheMiddleOfAWordNorByHalfOfWhatWasTyped(String typed) {
    assertThat(Wanted.of(typed).isIn("Sở Y tế", "so-y-te")).isFalse();
  }

  @Test
  void takesACodeWithItsDotsForOneWord() {
    assertThat(Wanted.of("I.1").isIn("I.1 Tỷ lệ máy tính")).isTrue();
    assertThat(Wanted.of("I.1").isIn("II.1 Có cổng thông tin")).isFalse();
  }
}
