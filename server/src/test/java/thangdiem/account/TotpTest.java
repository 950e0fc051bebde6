package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] RFC_SECRET =
      "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void givesTheCodesOfAppendixBOfRfc6238(long seconds, String code) {
    assertThat(Totp.code(RFC_SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void givesTheCodesOfAppendixDOfRfc4226(long counter, String code) {
    assertThat(Totp.code(RFC_SECRET, counter, 6)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void writesSecretsInTheLettersOfRfc4648(String text, String letters) {
    assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(letters);
  }

  @Test
  void takesTheCodeOfThisStepAndOfTheOnesBesideIt() {
    var now = Instant.ofEpochSecond(1_234_567_890);
    long step = Totp.step(now);
    for (long beside = step - 1; beside <= step + 1; beside++) {
      assertThat(Totp.stepOf(Totp.code(RFC_SECRET, beside, 6), RFC_SECRET, now, 0))
          .hasValue(beside);
    }
    assertThat(Totp.stepOf(Totp.code(RFC_SECRET, step - 2, 6), RFC_SECRET, now, 0)).isEmpty();
    assertThat(Totp.stepOf(Totp.code(RFC_SECRET, step + 2, 6), RFC_SECRET, now, 0)).isEmpty();
  }

  @Test
  void takesNoCodeOfAStepThatWasUsed() {
    var now = Instant.ofEpochSecond(1_234_567_890);
    long step = Totp.step(now);
    assertThat(Totp.stepOf(Totp.code(RFC_SECRET, step, 6), RFC_SECRET, now, step)).isEmpty();
    assertThat(Totp.stepOf(Totp.code(RFC_SECRET, step - 1, 6), RFC_SECRET, now, step)).isEmpty();
  }

  @Test
  void opensASealForItsOwnerOnlyAndNotWhenItWasChanged() {
    var seal = new Seal("00".repeat(32));
    var sealed = seal.seal(RFC_SECRET, "mai");

    assertThat(seal.open(sealed, "mai")).hasValue(RFC_SECRET);
    assertThat(seal.open(sealed, "huy")).isEmpty();
    assertThat(seal.open("không phải của ta", "mai")).isEmpty();
    assertThat(new Seal("01".repeat(32)).open(sealed, "mai")).isEmpty();
    var bytes = Base64.getDecoder().decode(sealed);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      assertThat(seal.open(Base64.getEncoder().encodeToString(bytes), "mai")).isEmpty();
      bytes[i] ^= 1;
    }
  }
}
