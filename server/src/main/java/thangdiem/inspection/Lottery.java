package thangdiem.inspection;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thangdiem.exchange.Sha256;

/**
 * A weighted draw that anybody can do again (bốc thăm có trọng số): units in the order of their
 * codes, their weights laid end to end; the SHA-256 of "seed:1", "seed:2", … as a number, modulo
 * what is left, points at one, who is then taken out.
 */
public final class Lottery {

  private static final int HEXADECIMAL = 16;

  private Lottery() {}

  /** The codes in the order in which they are drawn, as many as asked for or there are. */
  public static List<String> draw(String seed, Map<String, Integer> weights, int size) {
    var left = new TreeMap<>(weights);
    var drawn = new ArrayList<String>();
    while (drawn.size() < size && !left.isEmpty()) {
      var code = at(place(seed + ":" + (drawn.size() + 1), sum(left)), left);
      left.remove(code);
      drawn.add(code);
    }
    return drawn;
  }

  private static int sum(Map<String, Integer> weights) {
    return weights.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int place(String text, int total) {
    var number = new BigInteger(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), HEXADECIMAL);
    return number.mod(BigInteger.valueOf(total)).intValue();
  }

  private static String at(int place, TreeMap<String, Integer> weights) {
    int passed = 0;
    for (var one : weights.entrySet()) {
      passed += one.getValue();
      if (place < passed) {
        return one.getKey();
      }
    }
    throw new IllegalStateException("weights that are none");
  }
}
