package thangdiem.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of a file, wherever they are, to be looked at (nội dung tệp). */
record Bytes(ByteBuffer buffer) {

  static Bytes of(byte[] bytes) {
    return new Bytes(ByteBuffer.wrap(bytes));
  }

  int size() {
    return buffer.limit();
  }

  /** An unsigned byte; −1 past the end. */
  int at(int index) {
    return index < 0 || index >= size() ? -1 : buffer.get(index) & 0xff;
  }

  boolean has(int index, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (at(index + i) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The same, whether in capitals or not; the word is given in small letters. */
  private boolean hasIgnoringCase(int index, String word) {
    for (int i = 0; i < word.length(); i++) {
      int found = at(index + i);
      if (found != word.charAt(i) && Character.toLowerCase(found) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word in small letters stands somewhere between, in capitals or not. */
  boolean mentions(int from, int to, String word) {
    int first = word.charAt(0);
    int last = Math.min(to, size()) - word.length();
    for (int i = Math.max(0, from); i <= last; i++) {
      int found = buffer.get(i);
      if ((found == first || Character.toLowerCase(found) == first) && hasIgnoringCase(i, word)) {
        return true;
      }
    }
    return false;
  }

  /** Where a word stands first; −1 where it does not. */
  int find(int from, int to, String ascii) {
    int first = ascii.charAt(0);
    int last = Math.min(to, size()) - ascii.length();
    for (int i = Math.max(0, from); i <= last; i++) {
      if ((buffer.get(i) & 0xff) == first && has(i, ascii)) {
        return i;
      }
    }
    return -1;
  }

  /** Where it stands last. */
  int findLast(String ascii, int within) {
    for (int i = size() - ascii.length(); i >= Math.max(0, size() - within); i--) {
      if (has(i, ascii)) {
        return i;
      }
    }
    return -1;
  }

  String text(int from, int length) {
    var bytes = new byte[length];
    buffer.get(from, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  int bigEndian(int index) {
    return at(index) << 24 | at(index + 1) << 16 | at(index + 2) << 8 | at(index + 3);
  }

  /** An unsigned number of 4 bytes, the smallest first. */
  long little4(int index) {
    return (little2(index) | (long) little2(index + 2) << 16) & 0xffffffffL;
  }

  int little2(int index) {
    return buffer.get(index) & 0xff | (buffer.get(index + 1) & 0xff) << 8;
  }

  /** Whether a ZIP archive ends where the file ends: readers of archives look there. */
  boolean endsAsArchive() {
    return archiveEnd() >= 0;
  }

  /** Where the end record of a ZIP archive stands; −1 where there is none. */
  int archiveEnd() {
    for (int i = size() - 22; i >= Math.max(0, size() - 22 - 0xffff); i--) {
      if (has(i, "PK\005\006") && i + 22 + little2(i + 20) == size()) {
        return i;
      }
    }
    return -1;
  }
}
