package thangdiem.scoring;

import java.util.BitSet;
import java.util.List;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;

/**
 * The scores of very many units (điểm của rất nhiều đơn vị), by the places that the units have in
 * the {@link BulkAnswers}. Arrays hold whole hundredths of a point; they are the scores themselves
 * and not to be changed.
 */
public final class BulkScores {

  private final CriteriaSet set;
  private final Policy policy;
  private final List<String> groups;
  private final int[][] sections;
  private final BitSet[] without;
  private final int[] bonus;
  private final int[] totals;
  private final long[] byMean;
  private final byte[] gradeOf;
  private final byte[] groupOf;

  /** Scores still to be entered; {@code byMean} only where the ranking follows it. */
  BulkScores(CriteriaSet set, Policy policy, List<String> groups, int units) {
    this.set = set;
    this.policy = policy;
    this.groups = groups;
    int count = set.scoredSections().size();
    sections = new int[count][units];
    without = new BitSet[count];
    for (int section = 0; section < count; section++) {
      without[section] = new BitSet();
    }
    bonus = new int[units];
    totals = new int[units];
    byMean = new long[policy.overall() == Policy.Overall.TOTAL ? 0 : units];
    gradeOf = new byte[units];
    groupOf = new byte[units];
  }

  public CriteriaSet set() {
    return set;
  }

  public Policy policy() {
    return policy;
  }

  /** How many units there are. */
  public int size() {
    return totals.length;
  }

  /** Points in a section of the scale, counted from 0 in printed order. */
  public int[] section(int section) {
    return sections[section];
  }

  /** Whether anything of the section applies to the unit; it has no rank there otherwise. */
  public boolean applies(int section, int unit) {
    return !without[section].get(unit);
  }

  /** Whether something of the section applies to every unit. */
  public boolean appliesToAll(int section) {
    return without[section].isEmpty();
  }

  public int[] bonus() {
    return bonus;
  }

  /** max(0, sections + bonus − deductions), and bonus only where the policy counts it. */
  public int[] totals() {
    return totals;
  }

  /**
   * The mean of the section percentages in some unit common to all; empty unless the ranking
   * follows it.
   */
  public long[] byMean() {
    return byMean;
  }

  public Grade grade(int unit) {
    return set.grades().highestFirst().get(gradeOf[unit]);
  }

  /** Ids of the unit groups, by the numbers of {@link #groupOf}. */
  public List<String> groups() {
    return groups;
  }

  /** The number of each unit's group. */
  public byte[] groupOf() {
    return groupOf;
  }

  byte[] gradeOf() {
    return gradeOf;
  }

  BitSet without(int section) {
    return without[section];
  }
}
