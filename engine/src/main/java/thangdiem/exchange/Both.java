package thangdiem.exchange;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the same to two places (ghi hai nơi). */
final class Both extends OutputStream {

  private final OutputStream one;
  private final OutputStream other;

  Both(OutputStream one, OutputStream other) {
    this.one = one;
    this.other = other;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    one.write(bytes, from, length);
    other.write(bytes, from, length);
  }
}
