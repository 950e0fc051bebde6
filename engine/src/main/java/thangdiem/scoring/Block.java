package thangdiem.scoring;

/**
 * What a {@link Kernel} works on: some units at a stroke, few enough for the nearest cache. Columns
 * are copied here first, so that all arrays of a loop have the same index and length: that is what
 * lets the compiler do several units in one instruction. Beyond the last unit there is rubbish that
 * nobody reads.
 */
final class Block {

  static final int SIZE = 2048;

  private final int[] first = new int[SIZE];
  private final int[] second = new int[SIZE];
  private final int[] points = new int[SIZE];
  private final byte[] marks = new byte[SIZE];
  private final byte[] counts = new byte[SIZE];
  private int[] sums = new int[SIZE];
  private int from;
  private int units;

  /** Moves on to those units of the cohort, at most {@link #SIZE} of them. */
  void at(int from, int to) {
    this.from = from;
    this.units = to - from;
  }

  /** Lets kernels add to these sums. */
  void into(int[] sums) {
    this.sums = sums;
  }

  int from() {
    return from;
  }

  /** Where the next block begins. */
  int end() {
    return from + units;
  }

  int units() {
    return units;
  }

  int[] sums() {
    return sums;
  }

  int[] points() {
    return points;
  }

  byte[] counts() {
    return counts;
  }

  /** These units' part of a column; an unanswered number is −1. */
  int[] first(int[] column) {
    System.arraycopy(column, from, first, 0, units);
    return first;
  }

  int[] second(int[] column) {
    System.arraycopy(column, from, second, 0, units);
    return second;
  }

  byte[] marks(byte[] column) {
    System.arraycopy(column, from, marks, 0, units);
    return marks;
  }
}
