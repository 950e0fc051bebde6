package thangdiem.words;

import java.util.List;

/**
 * One thing wrong in an input (lỗi nhập liệu): where it stands, what is expected, and where useful
 * the line itself with a caret.
 *
 * @param where file:line:column, a JSON path, or sheet and cell
 * @param what the sentence that says what is wrong and what to do
 * @param excerpt the offending line and a caret below it; empty where there is none
 */
public record Mistake(String where, Sentence what, List<String> excerpt) {

  public static Mistake at(String where, String key, Object... arguments) {
    return new Mistake(where, Sentence.of(key, arguments), List.of());
  }

  /** "where: what" and the excerpt below, in that language. */
  public String in(Words words) {
    var line = where.isEmpty() ? what.in(words) : where + ": " + what.in(words);
    return excerpt.isEmpty() ? line : line + "\n" + String.join("\n", excerpt);
  }
}
