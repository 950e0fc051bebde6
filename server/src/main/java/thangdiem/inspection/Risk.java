package thangdiem.inspection;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often each signal was found in a unit's report (mức rủi ro); those never found are absent.
 */
public record Risk(Map<Signal, Integer> found) {

  /** What a unit without any signal weighs: everybody can be drawn. */
  private static final int EVERYBODY = 1;

  /** The most that one signal counts, so that one long list does not decide alone. */
  private static final int MOST = 5;

  static Risk of(Map<Signal, Integer> found) {
    var some = new EnumMap<Signal, Integer>(Signal.class);
    found.forEach((signal, times) -> {
      if (times > 0) {
        some.put(signal, times);
      }
    });
    return new Risk(some);
  }

  /** 1, and of each signal its weight times how often, five times at most. */
  public int weight() {
    return EVERYBODY
        + found.entrySet().stream()
            .mapToInt(one -> one.getKey().weight() * Math.min(MOST, one.getValue()))
            .sum();
  }

  /** As the database keeps it. */
  String written() {
    return found.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining("\n"));
  }

  static Risk read(String written) {
    var found = new EnumMap<Signal, Integer>(Signal.class);
    Arrays.stream(written.split("\n"))
        .filter(line -> !line.isEmpty())
        .map(line -> line.split("="))
        .forEach(parts -> found.put(Signal.valueOf(parts[0]), Integer.valueOf(parts[1])));
    return new Risk(found);
  }
}
