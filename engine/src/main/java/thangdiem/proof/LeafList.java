package thangdiem.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The hashes of all events of a ledger (danh sách băm), 64 hexadecimal digits a line: from them
 * anyone computes the root of every checkpoint, and none of them tells what it is a hash of.
 */
public final class LeafList {

  private static final int DIGITS = 2 * Hash.LENGTH;
  private static final int LINE = DIGITS + 1;

  private final byte[] lines;

  private LeafList(byte[] lines) {
    this.lines = lines;
  }

  /** The list of those lines; absent when {@link #wrongLine} names one. */
  public static Optional<LeafList> of(byte[] lines) {
    return wrongLine(lines).isEmpty() ? Optional.of(new LeafList(lines)) : Optional.empty();
  }

  /** The first line, counted from 1, that is not 64 lower-case digits and a line break. */
  public static OptionalInt wrongLine(byte[] lines) {
    for (int i = 0; i < lines.length; i++) {
      boolean fits = i % LINE == DIGITS ? lines[i] == '\n' : isDigit(lines[i]);
      if (!fits) {
        return OptionalInt.of(i / LINE + 1);
      }
    }
    return lines.length % LINE == 0 ? OptionalInt.empty() : OptionalInt.of(lines.length / LINE + 1);
  }

  private static boolean isDigit(byte c) {
    return '0' <= c && c <= '9' || 'a' <= c && c <= 'f';
  }

  public int size() {
    return lines.length / LINE;
  }

  /** Whether that event stands at that position. */
  public boolean holds(long position, String payload) {
    if (position < 0 || position >= size()) {
      return false;
    }
    int from = (int) position * LINE;
    var hash = MerkleTree.leaf(payload).hex().getBytes(StandardCharsets.US_ASCII);
    return Arrays.equals(lines, from, from + DIGITS, hash, 0, DIGITS);
  }

  /** The root over the first so many. */
  public Hash root(int size) {
    var tree = new GrowingTree();
    for (int i = 0; i < size; i++) {
      var line = new String(lines, i * LINE, DIGITS, StandardCharsets.US_ASCII);
      tree.add(Hash.of(HexFormat.of().parseHex(line)));
    }
    return tree.root();
  }
}
