package thangdiem.ranking;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thangdiem.scoring.ScoreSheet;

/**
 * A unit's ranks by section (thứ hạng theo phần): for a handful of codes an array is enough, so
 * that giving thousands of units other ranks costs next to nothing.
 */
final class SectionRanks extends AbstractMap<String, Rank> {

  private final List<String> codes;
  private final Rank[] ranks;

  private SectionRanks(List<String> codes, Rank[] ranks) {
    this.codes = codes;
    this.ranks = ranks;
  }

  /**
   * The ranks of the unit at that place.
   *
   * @param all of all units, by the codes of ranked sections; a section without them ranks nobody
   */
  static SectionRanks of(ScoreSheet sheet, int place, Map<String, Rank[]> all) {
    var codes = sheet.sections().stream().map(score -> score.section().code()).toList();
    return new SectionRanks(codes, at(codes, place, all));
  }

  /** The same unit's as they have become. */
  SectionRanks now(int place, Map<String, Rank[]> all) {
    return new SectionRanks(codes, at(codes, place, all));
  }

  private static Rank[] at(List<String> codes, int place, Map<String, Rank[]> all) {
    var ranks = new Rank[codes.size()];
    for (int i = 0; i < ranks.length; i++) {
      var section = all.get(codes.get(i));
      ranks[i] = section == null ? Rank.NONE : section[place];
    }
    return ranks;
  }

  @Override
  public @Nullable Rank get(@Nullable Object code) {
    int place = codes.indexOf(Objects.requireNonNull(code));
    return place < 0 ? null : ranks[place];
  }

  @Override
  public boolean containsKey(@Nullable Object code) {
    return codes.contains(Objects.requireNonNull(code));
  }

  @Override
  public Set<Entry<String, Rank>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, Rank>> iterator() {
        return IntStream.range(0, ranks.length)
            .mapToObj(i -> Map.entry(codes.get(i), ranks[i]))
            .iterator();
      }

      @Override
      public int size() {
        return ranks.length;
      }
    };
  }
}
