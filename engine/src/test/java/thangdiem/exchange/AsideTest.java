package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AsideTest {

  @Test
  void writesAllBytesInTheirOrder() throws IOException {
    var written = new ByteArrayOutputStream();
    var expected = new ByteArrayOutputStream();
    try (var aside = new Aside(written)) {
      for (int i = 0; i < 1_000; i++) {
        var piece = new byte[i * 7];
        Arrays.fill(piece, (byte) i);
        aside.write(piece);
        aside.write(i);
        expected.write(piece);
        expected.write(i);
      }
    }
    assertThat(written.toByteArray()).isEqualTo(expected.toByteArray());
  }

  @Test
  void tellsOfAFullDiskWhenItIsClosedHoweverMuchFollowed() throws IOException {
    var aside =
        new Aside(
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                throw new IOException("No space left on device");
              }
            });
    for (int i = 0; i < 100; i++) {
      aside.write(new byte[1 << 20]);
    }
    assertThatThrownBy(aside::close)
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }
}
