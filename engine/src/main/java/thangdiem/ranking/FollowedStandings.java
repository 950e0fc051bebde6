package thangdiem.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;

/**
 * The standings of a round that goes on (bảng xếp hạng đang theo): when a few of thousands of
 * sheets change, only what follows from them is reckoned again.
 */
public final class FollowedStandings {

  /** Where more sheets have changed, all of it is reckoned again. */
  private static final int FEW = 100;

  private final CriteriaSet set;
  private final Policy policy;
  private final Map<String, Ladder> bySection = new LinkedHashMap<>();
  private Ladder overall;
  private Ladder other;
  private Standings now;

  /** Begins with those sheets. */
  public FollowedStandings(CriteriaSet set, Policy policy, List<ScoreSheet> sheets) {
    this.set = set;
    this.policy = policy;
    var groupOf = groups(set, sheets);
    this.overall = overall(sheets, groupOf, policy.overall());
    this.other = overall(sheets, groupOf, policy.overall().other());
    this.now = begin(sheets, groupOf);
  }

  /** As they are. */
  public synchronized Standings now() {
    return now;
  }

  private Standings begin(List<ScoreSheet> sheets, int[] groupOf) {
    for (var section : set.scoredSections()) {
      bySection.put(
          section.code(),
          new Ladder(sheets, sheet -> Standings.points(sheet, section.code()), groupOf));
    }
    var units = new ArrayList<Standing>(sheets.size());
    var sections = sections();
    for (int i = 0; i < sheets.size(); i++) {
      units.add(standing(i, sheets.get(i), sections));
    }
    return new Standings(set, policy, List.copyOf(units));
  }

  private static Ladder overall(List<ScoreSheet> sheets, int[] groupOf, Policy.Overall reading) {
    return new Ladder(sheets, sheet -> Optional.of(sheet.rankedBy(reading)), groupOf);
  }

  /** The number of each unit's group; negative where its group is scored without being ranked. */
  private static int[] groups(CriteriaSet set, List<ScoreSheet> sheets) {
    var numbers = new HashMap<String, Integer>();
    for (OrgUnitGroup group : set.groups()) {
      numbers.put(group.id(), group.ranked() ? numbers.size() : -1);
    }
    var groupOf = new int[sheets.size()];
    for (int i = 0; i < groupOf.length; i++) {
      groupOf[i] = numbers.computeIfAbsent(sheets.get(i).answers().group(), _ -> numbers.size());
    }
    return groupOf;
  }

  private Map<String, Rank[]> sections() {
    var ranks = new LinkedHashMap<String, Rank[]>();
    bySection.forEach((code, ladder) -> ranks.put(code, ladder.ranks()));
    return ranks;
  }

  private Standing standing(int place, ScoreSheet sheet, Map<String, Rank[]> sections) {
    return Standings.standing(place, sheet, overall.ranks()[place], other.ranks()[place], sections);
  }

  /** The standings of the same units with these sheets, in the same order. */
  public synchronized Standings of(List<ScoreSheet> sheets) {
    var changed = changed(sheets);
    if (changed.isEmpty()) {
      return now;
    }
    if (changed.stream().skip(FEW).findAny().isPresent()
        || sheets.size() != now.units().size()
        || regrouped(sheets, changed)) {
      var groupOf = groups(set, sheets);
      overall = overall(sheets, groupOf, policy.overall());
      other = overall(sheets, groupOf, policy.overall().other());
      now = begin(sheets, groupOf);
      return now;
    }
    var moved = (BitSet) changed.clone();
    for (var ladder : bySection.values()) {
      move(ladder, sheets, changed, moved);
    }
    move(overall, sheets, changed, moved);
    move(other, sheets, changed, moved);
    var units = now.units().toArray(Standing[]::new);
    var sections = sections();
    moved.stream()
        .forEach(unit ->
            units[unit] =
                changed.get(unit)
                    ? standing(unit, sheets.get(unit), sections)
                    : elsewhere(unit, units[unit], sections));
    now = new Standings(set, policy, List.copyOf(Arrays.asList(units)));
    return now;
  }

  /** Moves whose sheets changed, and notes whose ranks become others by that. */
  private static void move(Ladder ladder, List<ScoreSheet> sheets, BitSet changed, BitSet moved) {
    changed.stream().forEach(unit -> ladder.move(unit, sheets.get(unit)));
    ladder.rank(moved);
  }

  /** A unit that others have moved. */
  private Standing elsewhere(int unit, Standing before, Map<String, Rank[]> sections) {
    var ranks = overall.ranks()[unit];
    var others = other.ranks()[unit];
    boolean flips = ranks.overall() != others.overall();
    return flips == before.flags().contains(Flag.ORDER_FLIPS)
            && before.bySection() instanceof SectionRanks own
        ? new Standing(before.sheet(), ranks, others, own.now(unit, sections), before.flags())
        : standing(unit, before.sheet(), sections);
  }

  /** Whose sheets are others than those that were ranked last. */
  private BitSet changed(List<ScoreSheet> sheets) {
    var changed = new BitSet();
    for (int i = 0; i < sheets.size(); i++) {
      if (i >= now.units().size() || sheets.get(i) != now.units().get(i).sheet()) {
        changed.set(i);
      }
    }
    if (sheets.size() < now.units().size()) {
      changed.set(sheets.size());
    }
    return changed;
  }

  private boolean regrouped(List<ScoreSheet> sheets, BitSet changed) {
    return changed.stream()
        .anyMatch(unit ->
            !sheets
                .get(unit)
                .answers()
                .group()
                .equals(now.units().get(unit).sheet().answers().group()));
  }
}
