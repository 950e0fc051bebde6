package thangdiem.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody looks for (điều cần tìm): words without case and diacritics, each the beginning of
 * a word in what is found.
 */
public record Wanted(String typed, List<String> words) {

  private static final int LONGEST = 200;

  public static Wanted of(String typed) {
    var text = typed.replaceAll("\\p{Cntrl}", " ").strip();
    var kept = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    return new Wanted(
        kept, Stream.of(Folded.of(kept).split("\\s+")).filter(word -> !word.isEmpty()).toList());
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether these texts together hold all of its words. */
  public boolean isIn(String... texts) {
    var folded = Folded.of(String.join(" ", texts));
    return !isEmpty() && words.stream().allMatch(word -> beginsAWord(folded, word));
  }

  private static boolean beginsAWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }
}
