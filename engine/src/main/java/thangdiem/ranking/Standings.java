package thangdiem.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.scoring.Flag;
import thangdiem.scoring.Policy;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.SectionScore;

/**
 * The standings of a round (bảng xếp hạng, Đ7): every unit with its ranks, in the order in which
 * the sheets were given.
 */
public record Standings(CriteriaSet set, Policy policy, List<Standing> units) {

  /** Ranks the sheets. Their order does not matter to any rank. */
  public static Standings of(CriteriaSet set, Policy policy, List<ScoreSheet> sheets) {
    var overall = ranks(set, sheets, sheet -> Optional.of(sheet.rankedBy(policy.overall())));
    var otherReading =
        ranks(set, sheets, sheet -> Optional.of(sheet.rankedBy(policy.overall().other())));
    var bySection = new LinkedHashMap<String, Rank[]>();
    for (var section : set.scoredSections()) {
      bySection.put(section.code(), ranks(set, sheets, sheet -> points(sheet, section.code())));
    }
    var units = new ArrayList<Standing>();
    for (int i = 0; i < sheets.size(); i++) {
      var sheet = sheets.get(i);
      var flags =
          sheet.flags().isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(sheet.flags());
      if (overall[i].overall() != otherReading[i].overall()) {
        flags.add(Flag.ORDER_FLIPS);
      }
      var sections = new LinkedHashMap<String, Rank>();
      for (var score : sheet.sections()) {
        var ranks = bySection.get(score.section().code());
        sections.put(score.section().code(), ranks == null ? Rank.NONE : ranks[i]);
      }
      units.add(new Standing(sheet, overall[i], otherReading[i], sections, flags));
    }
    return new Standings(set, policy, List.copyOf(units));
  }

  /** The units from first to last; equal ones in the order given, unranked ones at the end. */
  public List<Standing> inOrder() {
    return units.stream()
        .sorted(
            Comparator.comparing((Standing unit) -> !unit.overall().exists())
                .thenComparing(
                    unit -> unit.sheet().rankedBy(policy.overall()), Comparator.reverseOrder()))
        .toList();
  }

  private static Optional<Points> points(ScoreSheet sheet, String section) {
    return sheet.sections().stream()
        .filter(score -> score.section().code().equals(section) && score.applies())
        .map(SectionScore::points)
        .findFirst();
  }

  private static Rank[] ranks(
      CriteriaSet set, List<ScoreSheet> sheets, Function<ScoreSheet, Optional<Points>> by) {
    var ranked = new HashMap<String, Boolean>();
    for (OrgUnitGroup group : set.groups()) {
      ranked.put(group.id(), group.ranked());
    }
    var points = new Points[sheets.size()];
    var taking = new ArrayList<Integer>();
    for (int i = 0; i < points.length; i++) {
      var own = by.apply(sheets.get(i));
      points[i] = own.orElse(Points.NONE);
      if (own.isPresent() && ranked.getOrDefault(sheets.get(i).answers().group(), true)) {
        taking.add(i);
      }
    }
    var order =
        taking.stream()
            .sorted(Comparator.comparing((Integer i) -> points[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    var ranks = new Rank[points.length];
    Arrays.fill(ranks, Rank.NONE);
    var seen = new HashMap<String, Place>();
    var all = new Place();
    for (int i : order) {
      var group = seen.computeIfAbsent(sheets.get(i).answers().group(), _ -> new Place());
      ranks[i] = new Rank(all.next(points[i]), group.next(points[i]));
    }
    return ranks;
  }

  /** Counts down a sorted list: equal points share a rank, the next ranks are skipped. */
  private static final class Place {
    private int count;
    private int rank;
    private Points last = Points.NONE;

    int next(Points points) {
      count++;
      if (count == 1 || !points.equals(last)) {
        rank = count;
      }
      last = points;
      return rank;
    }
  }

  /** The units of each group, in the order of the set's groups. */
  public Map<OrgUnitGroup, List<Standing>> byGroup() {
    var byGroup = new LinkedHashMap<OrgUnitGroup, List<Standing>>();
    for (var group : set.groups()) {
      var members =
          inOrder().stream()
              .filter(unit -> unit.sheet().answers().group().equals(group.id()))
              .toList();
      if (!members.isEmpty()) {
        byGroup.put(group, members);
      }
    }
    return byGroup;
  }
}
