package thangdiem.criteria;

import java.util.Collection;
import java.util.Comparator;
import thangdiem.words.Sentence;

/** "Did you mean …?": the known word nearest to a mistyped one. */
public final class Suggestion {

  private Suggestion() {}

  /** A sentence naming the nearest of the known words, or an empty one when none is near. */
  public static Sentence among(String typed, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(typed, word) <= Math.max(2, typed.length() / 4))
        .min(
            Comparator.comparingInt((String word) -> distance(typed, word))
                .thenComparing(Comparator.naturalOrder()))
        .map(word -> Sentence.of("suggestion", word))
        .orElse(Sentence.of("suggestion.none"));
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
