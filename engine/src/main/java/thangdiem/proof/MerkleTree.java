package thangdiem.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash tree over a list of leaves (cây băm), after RFC 6962 section 2.1: with some twenty
 * hashes it shows that a leaf is in the list, and that a longer list begins with a shorter one.
 */
public final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private MerkleTree() {}

  /** The hash of a leaf: of a zero byte and its content. */
  public static Hash leaf(byte[] content) {
    return Hash.over(LEAF, content);
  }

  /** The hash of a leaf whose content is text in UTF-8. */
  public static Hash leaf(String content) {
    return leaf(content.getBytes(StandardCharsets.UTF_8));
  }

  static Hash node(Hash left, Hash right) {
    return Hash.over(NODE, left, right);
  }

  /** The root over all leaves; of no leaves it is the hash of nothing. */
  public static Hash root(List<Hash> leaves) {
    var tree = new GrowingTree();
    leaves.forEach(tree::add);
    return tree.root();
  }

  /**
   * The hashes that lead from a leaf up to the root of the list, lowest first (RFC 6962, 2.1.1).
   *
   * @throws IndexOutOfBoundsException when the list has no such leaf
   */
  public static List<Hash> inclusion(List<Hash> leaves, int index) {
    if (index < 0 || index >= leaves.size()) {
      throw new IndexOutOfBoundsException(index);
    }
    var path = new ArrayList<Hash>();
    inclusion(leaves, index, path);
    return List.copyOf(path);
  }

  private static void inclusion(List<Hash> leaves, int index, List<Hash> path) {
    int size = leaves.size();
    if (size == 1) {
      return;
    }
    int left = largestPowerBelow(size);
    if (index < left) {
      inclusion(leaves.subList(0, left), index, path);
      path.add(root(leaves.subList(left, size)));
    } else {
      inclusion(leaves.subList(left, size), index - left, path);
      path.add(root(leaves.subList(0, left)));
    }
  }

  /** Whether the path leads from that leaf of a list of that size to that root. */
  public static boolean includes(Hash root, long size, long index, Hash leaf, List<Hash> path) {
    if (index < 0 || index >= size) {
      return false;
    }
    var hash = leaf;
    long at = index;
    long last = size - 1;
    for (var step : path) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hash = node(step, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, step);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /**
   * The hashes which show that the list begins with its first {@code size} leaves (RFC 6962,
   * 2.1.2).
   *
   * @throws IndexOutOfBoundsException when the list is shorter, or size is not positive
   */
  public static List<Hash> consistency(List<Hash> leaves, int size) {
    if (size <= 0 || size > leaves.size()) {
      throw new IndexOutOfBoundsException(size);
    }
    var path = new ArrayList<Hash>();
    consistency(leaves, size, true, path);
    return List.copyOf(path);
  }

  private static void consistency(List<Hash> leaves, int size, boolean whole, List<Hash> path) {
    int all = leaves.size();
    if (size == all) {
      if (!whole) {
        path.add(root(leaves));
      }
      return;
    }
    int left = largestPowerBelow(all);
    if (size <= left) {
      consistency(leaves.subList(0, left), size, whole, path);
      path.add(root(leaves.subList(left, all)));
    } else {
      consistency(leaves.subList(left, all), size - left, false, path);
      path.add(root(leaves.subList(0, left)));
    }
  }

  /** Whether the path shows that the longer list begins with the shorter one. */
  public static boolean extend(
      long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> path) {
    if (oldSize <= 0 || oldSize > newSize) {
      return false;
    }
    if (oldSize == newSize) {
      return path.isEmpty() && oldRoot.equals(newRoot);
    }
    var steps = new ArrayList<>(path);
    if (Long.bitCount(oldSize) == 1) {
      steps.addFirst(oldRoot);
    }
    if (steps.isEmpty()) {
      return false;
    }
    long at = oldSize - 1;
    long last = newSize - 1;
    while ((at & 1) == 1) {
      at >>= 1;
      last >>= 1;
    }
    var before = steps.getFirst();
    var after = steps.getFirst();
    for (var step : steps.subList(1, steps.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        before = node(step, before);
        after = node(step, after);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        after = node(after, step);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && before.equals(oldRoot) && after.equals(newRoot);
  }

  private static int largestPowerBelow(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
