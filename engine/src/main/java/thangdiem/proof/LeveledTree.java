package thangdiem.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing list of leaves with the hashes of all its complete subtrees (cây nhiều tầng): a path is
 * found in as many steps as it is long, however many leaves there are. 64 bytes a leaf.
 */
public final class LeveledTree {

  private static final int FIRST_ROOM = 64 * Hash.LENGTH;

  /** Level 0 has the leaves, level 1 the hashes of pairs, and so on. */
  private final List<Level> levels = new ArrayList<>();

  private static final class Level {
    private byte[] bytes = new byte[FIRST_ROOM];
    private int count;

    void add(Hash hash) {
      if ((count + 1) * Hash.LENGTH > bytes.length) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      System.arraycopy(hash.bytes(), 0, bytes, count * Hash.LENGTH, Hash.LENGTH);
      count++;
    }

    Hash get(int index) {
      return Hash.of(Arrays.copyOfRange(bytes, index * Hash.LENGTH, (index + 1) * Hash.LENGTH));
    }
  }

  /** Adds a leaf's hash at the end. */
  public void add(Hash leaf) {
    var hash = leaf;
    for (int height = 0; ; height++) {
      if (height == levels.size()) {
        levels.add(new Level());
      }
      var level = levels.get(height);
      level.add(hash);
      if ((level.count & 1) == 1) {
        return;
      }
      hash = MerkleTree.node(level.get(level.count - 2), hash);
    }
  }

  /** How many leaves it has. */
  public int size() {
    return levels.isEmpty() ? 0 : levels.getFirst().count;
  }

  /** The hash of a leaf. */
  public Hash leaf(int index) {
    return levels.getFirst().get(index);
  }

  /** The root over its first {@code size} leaves. */
  public Hash root(int size) {
    return size == 0 ? Hash.over() : root(0, size);
  }

  /** The path of a leaf in the list of its first {@code size} leaves (RFC 6962, 2.1.1). */
  public List<Hash> inclusion(int index, int size) {
    if (index < 0 || index >= size || size > size()) {
      throw new IndexOutOfBoundsException(index);
    }
    var path = new ArrayList<Hash>();
    int from = 0;
    int to = size;
    while (to - from > 1) {
      int middle = from + Integer.highestOneBit(to - from - 1);
      if (index < middle) {
        path.add(root(middle, to));
        to = middle;
      } else {
        path.add(root(from, middle));
        from = middle;
      }
    }
    return path.reversed().stream().toList();
  }

  /** What begins at a multiple of its own size is a complete subtree, kept already. */
  private Hash root(int from, int to) {
    int length = to - from;
    if (Integer.bitCount(length) == 1) {
      int height = Integer.numberOfTrailingZeros(length);
      return levels.get(height).get(from >> height);
    }
    int middle = from + Integer.highestOneBit(length - 1);
    return MerkleTree.node(root(from, middle), root(middle, to));
  }
}
