package thangdiem.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/**
 * A criterion's rule over the columns of a cohort (cách tính điểm theo cột): the points of many
 * units at a stroke, in whole hundredths, each rounded half-up as the rule's own scorer gives them
 * under {@code rounding: criterion-2}.
 *
 * <p>The loops are branchless where that lets the compiler do several units in one instruction;
 * docs/decisions says what was tried.
 */
sealed interface Kernel {

  /** Adds each unit's points to its sum. */
  void add(Block block);

  /**
   * Whether the rule ends in a denominator of 0 for the unit, which a policy may treat as not
   * applicable.
   */
  boolean overZero(int unit);

  /** The most that a unit of the cohort can have. */
  long most();

  /** So many points for each yes. */
  record YesNo(List<byte[]> questions, int points) implements Kernel {

    /** As many as a byte can count. */
    static final int MOST_QUESTIONS = Byte.MAX_VALUE;

    @Override
    public void add(Block block) {
      var yes = block.counts();
      Arrays.fill(yes, (byte) 0);
      for (var question : questions) {
        count(block.marks(question), yes);
      }
      var sums = block.sums();
      for (int i = 0; i < Block.SIZE; i++) {
        sums[i] += yes[i] * points;
      }
    }

    private static void count(byte[] marks, byte[] yes) {
      for (int i = 0; i < Block.SIZE; i++) {
        yes[i] += (byte) (marks[i] & 1);
      }
    }

    @Override
    public boolean overZero(int unit) {
      return false;
    }

    @Override
    public long most() {
      return (long) questions.size() * points;
    }
  }

  /**
   * Part ÷ whole × maximum, at most the maximum where capped.
   *
   * <p>Half-up to a hundredth is ⌊(2 × maximum × part + whole) ÷ (2 × whole)⌋. It is divided in
   * binary fractions and is exact all the same: let a ÷ b be that quotient and k its floor.
   * Rounding to the nearest is monotone, so the quotient computed is between k and k + 1, and it is
   * k + 1 only if (k + 1) − a ÷ b ≤ (k + 1) × 2^−53. But (k + 1) − a ÷ b ≥ 1 ÷ b, so that needs (k
   * + 1) × b ≥ 2^53, while (k + 1) × b ≤ a + b &lt; 2^53 as {@link #fits} makes sure. Nothing over
   * nothing is no number, which becomes 0.
   */
  record Share(int[] part, int[] whole, int max, boolean capped, int largestPart)
      implements Kernel {

    private static final int MAX_BITS = 29;

    /** Whether a + b stays below 2^53 for all units. */
    boolean fits() {
      long sum = 2L * max * (capped ? Column.LIMIT : largestPart) + 4L * Column.LIMIT;
      return max >>> MAX_BITS == 0 && sum >>> Double.PRECISION == 0;
    }

    @Override
    public void add(Block block) {
      var parts = block.first(part);
      var wholes = block.second(whole);
      var sums = block.sums();
      int twice = 2 * max;
      int cap = capped ? -1 : 0;
      for (int i = 0; i < Block.SIZE; i++) {
        int of = Math.max(wholes[i], 0);
        int own = Math.max(parts[i], 0);
        int counted = Math.min(own, of) & cap | own & ~cap & -of >> 31;
        sums[i] += (int) (((double) twice * counted + of) / (2.0 * of));
      }
    }

    @Override
    public boolean overZero(int unit) {
      return whole[unit] == 0 && part[unit] >= 0;
    }

    @Override
    public long most() {
      return capped ? max : (long) max * largestPart + 1;
    }
  }

  /**
   * The points of the first case met: tiers, windows of dates, comparisons.
   *
   * @param b the denominators, or {@code a} again where there are none
   * @param measured what must hold for there to be a value at all
   */
  record Cases(int[] a, int[] b, Both measured, List<Case> lastFirst, long most) implements Kernel {

    /** Says that a × A + b × B + C ≥ 0: all signs are looked at, and nothing is asked. */
    record Bound(int a, int b, int c) {

      static final Bound ALWAYS = new Bound(0, 0, 0);

      /** Whether no unit can make the sum overflow. */
      static boolean fits(long a, long b, long c) {
        return (Math.abs(a) + Math.abs(b)) * Column.LIMIT + Math.abs(c) >>> Integer.SIZE - 1 == 0;
      }
    }

    /** Two bounds that hold together. */
    record Both(Bound one, Bound other) {}

    /** Points where both bounds hold. */
    record Case(Both bounds, int points) {}

    @Override
    public void add(Block block) {
      var x = block.first(a);
      var y = a == b ? x : block.second(b);
      var points = block.points();
      Arrays.fill(points, 0);
      for (var step : lastFirst) {
        if (step.bounds.other == Bound.ALWAYS) {
          take(step.points, step.bounds.one, x, y, points);
        } else {
          take(step.points, step.bounds, x, y, points);
        }
      }
      add(points, measured, x, y, block.sums());
    }

    /** These points instead of those so far, where the bound holds. */
    private static void take(int worth, Bound bound, int[] x, int[] y, int[] points) {
      int a = bound.a;
      int b = bound.b;
      int c = bound.c;
      for (int i = 0; i < Block.SIZE; i++) {
        points[i] += worth - points[i] & ~(x[i] * a + y[i] * b + c >> 31);
      }
    }

    private static void take(int worth, Both bounds, int[] x, int[] y, int[] points) {
      int a = bounds.one.a;
      int b = bounds.one.b;
      int c = bounds.one.c;
      int d = bounds.other.a;
      int e = bounds.other.b;
      int f = bounds.other.c;
      for (int i = 0; i < Block.SIZE; i++) {
        points[i] +=
            worth - points[i] & ~((x[i] * a + y[i] * b + c | x[i] * d + y[i] * e + f) >> 31);
      }
    }

    /** Only where there is a value; the first bound is on x alone, x ≥ −c. */
    private static void add(int[] points, Both measured, int[] x, int[] y, int[] sums) {
      int c = measured.one.c;
      int e = measured.other.b;
      int f = measured.other.c;
      for (int i = 0; i < Block.SIZE; i++) {
        sums[i] += points[i] & ~((x[i] + c | y[i] * e + f) >> 31);
      }
    }

    @Override
    public boolean overZero(int unit) {
      return a != b && b[unit] == 0 && a[unit] >= 0;
    }
  }

  /** The points of the option chosen. */
  record Options(byte[] chosen, int[] points) implements Kernel {

    /** No option and no answer come before the first option. */
    static final int FIRST = 2;

    @Override
    public void add(Block block) {
      var marks = block.marks(chosen);
      var sums = block.sums();
      for (int i = 0; i < block.units(); i++) {
        sums[i] += points[marks[i] + FIRST];
      }
    }

    @Override
    public boolean overZero(int unit) {
      return false;
    }

    @Override
    public long most() {
      return Arrays.stream(points).max().orElse(0);
    }
  }

  /** Any other rule: the rule's own scorer, unit by unit. */
  record Singly(IntFunction<Award> award, int limit) implements Kernel {

    @Override
    public void add(Block block) {
      for (int i = 0; i < block.units(); i++) {
        long sum =
            (long) block.sums()[i] + hundredths(award.apply(block.from() + i).points().printed());
        block.sums()[i] = within(sum, limit);
      }
    }

    @Override
    public boolean overZero(int unit) {
      return award.apply(unit).step() instanceof Step.NotMeasured(var why)
          && why == Flag.ZERO_DENOMINATOR;
    }

    @Override
    public long most() {
      return 0;
    }
  }

  /** The sum, unless it is too large for the sums of several sections to be added up in ints. */
  static int within(long sum, int limit) {
    if (Math.clamp(sum, -limit, limit) != sum) {
      throw new ArithmeticException("beyond " + limit + " hundredths of a point: " + sum);
    }
    return (int) sum;
  }

  /**
   * Points as whole hundredths.
   *
   * @throws ArithmeticException when they are none, or beyond 21 million points
   */
  static int hundredths(Points points) {
    var hundredths = points.value().times(Rational.of(100));
    if (!hundredths.isWhole()) {
      throw new ArithmeticException("not whole hundredths: " + points.value());
    }
    return hundredths.numerator().intValueExact();
  }
}
