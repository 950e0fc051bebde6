package thangdiem.exchange;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Compares what is written to it with what was published (đối chiếu), without keeping a second copy
 * of it.
 */
final class SameBytes extends OutputStream {

  private final byte[] published;
  private int written;
  private boolean same = true;

  SameBytes(byte[] published) {
    this.published = published;
  }

  /** Whether just the published bytes were written, from the first to the last. */
  boolean allThere() {
    return same && written == published.length;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    same =
        same
            && length <= published.length - written
            && Arrays.equals(bytes, from, from + length, published, written, written + length);
    written += same ? length : 0;
  }
}
