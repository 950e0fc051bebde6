package thangdiem.words;

import java.util.List;

/**
 * A sentence to be said in the reader's language: its key in the message files and what fills it.
 */
public record Sentence(String key, List<Object> arguments) {

  public static Sentence of(String key, Object... arguments) {
    return new Sentence(key, List.of(arguments));
  }

  /** The sentence in that language. */
  public String in(Words words) {
    return words.say(key, arguments.toArray());
  }
}
