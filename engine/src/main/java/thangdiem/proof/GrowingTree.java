package thangdiem.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The root of a list that leaves are added to (cây đang lớn), keeping only one hash for each bit of
 * the size: a second way to the same root, and a quick one.
 */
public final class GrowingTree {

  /** Roots of the complete trees that the list falls into, largest first. */
  private final List<Hash> complete = new ArrayList<>();

  private long size;

  /** Adds a leaf's hash at the end. */
  public void add(Hash leaf) {
    var hash = leaf;
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      hash = MerkleTree.node(complete.removeLast(), hash);
    }
    complete.add(hash);
    size++;
  }

  /** The same tree, to grow apart from this one. */
  public GrowingTree copy() {
    var copy = new GrowingTree();
    copy.complete.addAll(complete);
    copy.size = size;
    return copy;
  }

  /** How many leaves it has. */
  public long size() {
    return size;
  }

  /** The root over them all. */
  public Hash root() {
    if (complete.isEmpty()) {
      return Hash.over();
    }
    var root = complete.getLast();
    for (int i = complete.size() - 2; i >= 0; i--) {
      root = MerkleTree.node(complete.get(i), root);
    }
    return root;
  }
}
