package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.words.Sentence;

class PasswordRulesTest {

  private final Person mai =
      new Person(
          "tranthimai", "Trần Thị Mai", "", Optional.of("mai@haugiang.gov.vn"), Optional.empty());

  private Optional<String> against(String password, boolean secondFactor) {
    return PasswordRules.against(password, mai, secondFactor).map(Sentence::key);
  }

  @Test
  void takesASentenceWithoutCapitalsDigitsOrSigns() {
    assertThat(against("con mèo ngủ trên mái", false)).isEmpty();
  }

  @Test
  void asksForFifteenCharactersAloneAndEightBesideASecondFactor() {
    assertThat(against("mười bốn ký tự".substring(0, 14), false)).hasValue("password.short");
    assertThat(against("mười lăm ký tự.", false)).isEmpty();
    assertThat(against("bảy chữ", true)).hasValue("password.short");
    assertThat(against("tám chữ.", true)).isEmpty();
  }

  @Test
  void countsALetterWithItsMarksOnceHoweverItWasTyped() {
    var decomposed =
        java.text.Normalizer.normalize("mười bốn ký tự", java.text.Normalizer.Form.NFD);
    assertThat(decomposed.length()).isGreaterThan(PasswordRules.ALONE);
    assertThat(against(decomposed, false)).hasValue("password.short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Mật khẩu 2017",
        "12345678",
        "qwertyuiop",
        "aaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "Độc lập Tự do Hạnh phúc",
        "UBND tỉnh Hậu Giang 2017"
      })
  void refusesWhatEverybodyTriesFirst(String password) {
    assertThat(against(password, true)).hasValue("password.known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tranthimai2017", "Trần Thị Mai 1985", "mai@haugiang.gov.vn", "!!tran.thi.mai!!"})
  void refusesWhatIsHardlyMoreThanTheName(String password) {
    assertThat(against(password, true)).hasValue("password.own");
  }

  @Test
  void refusesMoreThanAnySentenceNeeds() {
    assertThat(against("con mèo ".repeat(25) + "ngủ", false)).hasValue("password.long");
  }
}
