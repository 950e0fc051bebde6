package thangdiem.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page of what was found, as it is printed.
 *
 * @param typed what was looked for; empty before anything was
 * @param parts what was found, of each kind
 */
public record SearchPage(String typed, List<Part> parts) {

  private static final int MOST = 20;

  /**
   * What was found of one kind.
   *
   * @param all how many there are, also where only the first {@value #MOST} are shown
   */
  public record Part(Found.Kind kind, List<Found> shown, int all) {}

  static SearchPage of(String typed, Collection<Found> found) {
    Map<Found.Kind, List<Found>> byKind =
        found.stream()
            .collect(Collectors.groupingBy(Found::kind, TreeMap::new, Collectors.toList()));
    return new SearchPage(
        typed,
        byKind.entrySet().stream()
            .map(part ->
                new Part(
                    part.getKey(),
                    part.getValue().stream().limit(MOST).toList(),
                    part.getValue().size()))
            .toList());
  }

  /** How many things were found. */
  public int all() {
    return parts.stream().mapToInt(Part::all).sum();
  }
}
