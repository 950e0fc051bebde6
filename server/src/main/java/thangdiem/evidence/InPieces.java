package thangdiem.evidence;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Bytes that stand in numbered pieces, one of which is in memory at a time (đọc từng phần). */
final class InPieces extends InputStream {

  private final int count;
  private final IntFunction<byte[]> piece;
  private byte[] present = new byte[0];
  private int next;
  private int at;

  InPieces(int count, IntFunction<byte[]> piece) {
    this.count = count;
    this.piece = piece;
  }

  private boolean atEnd() {
    while (at == present.length) {
      if (next == count) {
        return true;
      }
      present = piece.apply(next++);
      at = 0;
    }
    return false;
  }

  @Override
  public int read() {
    return atEnd() ? -1 : present[at++] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (atEnd()) {
      return -1;
    }
    int some = Math.min(length, present.length - at);
    System.arraycopy(present, at, into, from, some);
    at += some;
    return some;
  }
}
