package thangdiem.council;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thangdiem.round.RoundUnit;
import thangdiem.search.Folded;
import thangdiem.words.Sentence;

/**
 * What the engine proposes for the agenda, in groups that can be opened one by one (danh sách đề
 * xuất): by unit or by reason, narrowed down where the reader wants it, a page at a time.
 *
 * @param groups of this page
 * @param page from 1
 * @param shown how many proposals the reader asked for, on all pages
 * @param total of all proposals, shown or not
 * @param reasons how many there are for each reason, shown or not
 * @param units of all that anything is proposed about: name by code
 */
public record ProposalList(
    List<Group> groups,
    int page,
    int pages,
    int shown,
    int total,
    Map<Source, Integer> reasons,
    Map<String, String> units,
    Choice choice) {

  private static final int FEW = 8;

  /** Units on a page: all of a province, a page of a country. */
  static final int ROWS = 50;

  /** Proposals on a page where they stand by reason. */
  private static final int PROPOSALS = 4 * ROWS;

  /**
   * What the reader wants to see.
   *
   * @param by "unit" or "reason"
   * @param why a reason's name; empty: all
   * @param unit a unit's code; empty: all
   * @param words of the units' names, without diacritics too; empty: all
   * @param page from 1; one beyond the last is the last
   */
  public record Choice(String by, String why, String unit, String words, int page) {

    /** Everything, by unit. */
    public static final Choice ALL = new Choice("unit", "", "", "", 1);

    /** What was asked for; what is not known counts as nothing. */
    static Choice of(String by, String why, String unit, String words, int page) {
      boolean known = List.of(Source.values()).stream().anyMatch(one -> one.name().equals(why));
      return new Choice(
          by.equals("reason") ? by : "unit", known ? why : "", unit, words.strip(), page);
    }

    boolean byReason() {
      return by.equals("reason");
    }

    /** How many units, or proposals, stand on a page. */
    int places() {
      return byReason() ? PROPOSALS : ROWS;
    }

    boolean takes(Proposal proposal) {
      return (why.isEmpty() || proposal.source().name().equals(why))
          && (unit.isEmpty() || proposal.unit().code().equals(unit))
          && named(proposal.unit());
    }

    /** Whether the unit's name has those words. */
    boolean named(RoundUnit one) {
      return words.isEmpty() || Folded.of(one.name()).contains(Folded.of(words));
    }

    /** Where the same proposals stand on another page. */
    public String address(String path, int other) {
      var query = new StringBuilder(path).append("?by=").append(by).append("&page=").append(other);
      Map.of("why", why, "unit", unit, "words", words).entrySet().stream()
          .filter(entry -> !entry.getValue().isEmpty())
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry ->
              query
                  .append('&')
                  .append(entry.getKey())
                  .append('=')
                  .append(URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)));
      return query.append("#de-xuat").toString();
    }

    boolean isAll() {
      return why.isEmpty() && unit.isEmpty() && words.isEmpty();
    }
  }

  /**
   * The proposals of a unit, or for a reason.
   *
   * @param key for its address on the page
   * @param name of the unit, or of the reason
   * @param proposals those on this page
   * @param counts how many there are for each reason, on all pages
   */
  public record Group(
      String key, Sentence name, List<Proposal> proposals, Map<Source, Integer> counts) {

    public int size() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

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
    int shown = byKey.values().stream().mapToInt(List::size).sum();
    int places = choice.byReason() ? shown : byKey.size();
    int pages = Math.max(1, Math.ceilDiv(places, choice.places()));
    int page = Math.clamp(choice.page(), 1, pages);
    return new ProposalList(
        groups(byKey, choice, (page - 1) * choice.places()),
        page,
        pages,
        shown,
        all.size(),
        counts(all),
        units,
        choice);
  }

  /** The groups of a page: so many units, or so many proposals whatever their reasons. */
  private static List<Group> groups(Map<String, List<Proposal>> byKey, Choice choice, int before) {
    var groups = new ArrayList<Group>();
    int passed = 0;
    for (var entry : byKey.entrySet()) {
      var proposals = entry.getValue();
      int places = choice.byReason() ? proposals.size() : 1;
      int first = Math.max(before - passed, 0);
      int end = Math.min(before + choice.places() - passed, places);
      if (first < end) {
        groups.add(
            new Group(
                entry.getKey(),
                choice.byReason()
                    ? Sentence.of("council.source." + entry.getKey())
                    : Sentence.of("council.group.unit", proposals.getFirst().unit().name()),
                choice.byReason() ? proposals.subList(first, end) : proposals,
                counts(proposals)));
      }
      passed += places;
    }
    return groups;
  }

  private static Map<Source, Integer> counts(List<Proposal> proposals) {
    var counts = new EnumMap<Source, Integer>(Source.class);
    proposals.forEach(proposal -> counts.merge(proposal.source(), 1, Integer::sum));
    return counts;
  }

  public boolean isEmpty() {
    return total == 0;
  }

  /** Whether units are found by their names; few ones are chosen from a list. */
  public boolean searchable() {
    return units.size() > ROWS || !choice.words().isEmpty();
  }

  /** Few enough to be read at once: the groups are open. */
  public boolean isOpen() {
    return shown <= FEW || groups.size() == 1;
  }

  public boolean isNarrowed() {
    return !choice.isAll();
  }
}
