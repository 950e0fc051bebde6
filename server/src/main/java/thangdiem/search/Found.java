package thangdiem.search;

import thangdiem.words.Sentence;

/**
 * One thing found (một kết quả).
 *
 * @param detail what tells it from others of that name
 */
public record Found(Kind kind, Sentence name, Sentence detail, String href) {

  /** What can be found, in the order in which it is shown. */
  public enum Kind {
    PAGE,
    UNIT,
    PERSON,
    ROUND,
    CRITERION,
    FACT
  }

  /** Something that has a name of its own, whatever the reader's language. */
  public static Found named(Kind kind, String name, Sentence detail, String href) {
    return new Found(kind, text(name), detail, href);
  }

  /** A text that is not translated. */
  public static Sentence text(String text) {
    return Sentence.of("search.text", text);
  }
}
