package thangdiem.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PackedTest {

  private static final int LONG_PAGE = 130_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2_048, 16_384, 130_000, 1_000_000})
  void comesBackAsItWas(int length) throws IOException {
    var random = new Random(length);
    var page = new byte[length];
    random.nextBytes(page);
    java.util.Arrays.fill(page, length / 3, length, (byte) 'x'); // of both kinds

    for (int again = 0; again < 3; again++) { // with what the one before has left
      try (var packed = new GZIPInputStream(new ByteArrayInputStream(Packed.of(page)))) {
        assertThat(packed.readAllBytes()).isEqualTo(page);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | true",
        "gzip | true",
        "gzip;q=1.0, identity;q=0.5 | true",
        "gzip;q=0.5 | true",
        "br | false",
        "identity | false",
        "gzip;q=0 | false",
        "gzip; q=0.000, br | false",
      })
  void goesToWhoeverAsksForIt(String accepted, boolean wanted) {
    var request = new MockHttpServletRequest();
    request.addHeader("Accept-Encoding", accepted);

    assertThat(Packed.wanted(request, LONG_PAGE)).isEqualTo(wanted);
  }

  @Test
  void goesPlainWhereNothingIsSaidOrGained() {
    assertThat(Packed.wanted(new MockHttpServletRequest(), LONG_PAGE)).isFalse();
    var browser = new MockHttpServletRequest();
    browser.addHeader("Accept-Encoding", "gzip");

    assertThat(Packed.wanted(browser, 300)).isFalse();
  }
}
