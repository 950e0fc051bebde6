package thangdiem.council;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thangdiem.words.Sentence;

/**
 * What the engine proposes for the agenda, in groups that can be opened one by one (danh sách đề
 * xuất): by unit or by reason, narrowed down where the reader wants it.
 *
 * @param total of all proposals, shown or not
 * @param reasons how many there are for each reason, shown or not
 * @param units of all that anything is proposed about: name by code
 */
public record ProposalList(
    List<Group> groups,
    int total,
    Map<Source, Integer> reasons,
    Map<String, String> units,
    Choice choice) {

  private static final int FEW = 8;

  /**
   * What the reader wants to see.
   *
   * @param by "unit" or "reason"
   * @param why a reason's name; empty: all
   * @param unit a unit's code; empty: all
   */
  public record Choice(String by, String why, String unit) {

    /** Everything, by unit. */
    public static final Choice ALL = new Choice("unit", "", "");

    /** What was asked for; what is not known counts as nothing. */
    static Choice of(String by, String why, String unit) {
      boolean known = List.of(Source.values()).stream().anyMatch(one -> one.name().equals(why));
      return new Choice(by.equals("reason") ? by : "unit", known ? why : "", unit);
    }

    boolean byReason() {
      return by.equals("reason");
    }

    boolean takes(Proposal proposal) {
      return (why.isEmpty() || proposal.source().name().equals(why))
          && (unit.isEmpty() || proposal.unit().code().equals(unit));
    }

    boolean isAll() {
      return why.isEmpty() && unit.isEmpty();
    }
  }

  /**
   * The proposals of a unit, or for a reason.
   *
   * @param key for its address on the page
   * @param name of the unit, or of the reason
   */
  public record Group(
      String key, Sentence name, List<Proposal> proposals, Map<Source, Integer> counts) {}

  /** Groups what was found; groups stand in the order of their first proposal. */
  static ProposalList of(List<Proposal> all, Choice choice) {
    var byKey = new LinkedHashMap<String, List<Proposal>>();
    var units = new LinkedHashMap<String, String>();
    all.stream()
        .map(Proposal::unit)
        .sorted(java.util.Comparator.comparing(unit -> unit.ordinal()))
        .forEach(unit -> units.put(unit.code(), unit.name()));
    for (var proposal : all) {
      if (choice.takes(proposal)) {
        byKey
            .computeIfAbsent(
                choice.byReason() ? proposal.source().name() : proposal.unit().code(),
                _ -> new ArrayList<>())
            .add(proposal);
      }
    }
    var groups = new ArrayList<Group>();
    byKey.forEach((key, proposals) ->
        groups.add(
            new Group(
                key,
                choice.byReason()
                    ? Sentence.of("council.source." + key)
                    : Sentence.of("council.group.unit", proposals.getFirst().unit().name()),
                proposals,
                counts(proposals))));
    return new ProposalList(groups, all.size(), counts(all), units, choice);
  }

  private static Map<Source, Integer> counts(List<Proposal> proposals) {
    var counts = new EnumMap<Source, Integer>(Source.class);
    proposals.forEach(proposal -> counts.merge(proposal.source(), 1, Integer::sum));
    return counts;
  }

  public boolean isEmpty() {
    return total == 0;
  }

  /** How many are shown. */
  public int shown() {
    return groups.stream().mapToInt(group -> group.proposals().size()).sum();
  }

  /** Few enough to be read at once: the groups are open. */
  public boolean isOpen() {
    return shown() <= FEW || groups.size() == 1;
  }

  public boolean isNarrowed() {
    return !choice.isAll();
  }
}
