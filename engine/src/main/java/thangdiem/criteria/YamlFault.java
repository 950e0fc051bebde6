package thangdiem.criteria;

import java.util.List;
import thangdiem.words.Sentence;

/**
 * Why a text is not YAML (lỗi cú pháp YAML), said for people who typed it: the parser's reasons are
 * those of its grammar, and in English.
 */
final class YamlFault {

  /**
   * A reason of the parser.
   *
   * @param said part of its words
   * @param key the sentence for it
   */
  private record Known(String said, String key) {}

  private static final String UNCLOSED = "yaml.fault.unclosed";
  private static final String NO_COLON = "yaml.fault.noColon";
  private static final String BRACKET = "yaml.fault.bracket";
  private static final String ALIAS = "yaml.alias";

  /** The first that fits counts. */
  private static final List<Known> KNOWN =
      List.of(
          new Known("TAB", "yaml.tab"),
          new Known("exceeds the limit", "yaml.fault.tooLong"),
          new Known("mapping values are not allowed", "yaml.fault.colon"),
          new Known("could not find expected ':'", NO_COLON),
          new Known("sequence entries are not allowed", "yaml.fault.dash"),
          new Known("expected <block end>", "yaml.fault.indent"),
          new Known("unexpected end of stream", UNCLOSED),
          new Known("unexpected document separator", UNCLOSED),
          new Known("expected ',' or", BRACKET),
          new Known("cannot start any token", "yaml.fault.sign"),
          new Known("expected the node content", "yaml.fault.noValue"),
          new Known("escape", "yaml.fault.escape"),
          new Known("not allowed", "yaml.fault.control"),
          new Known("undefined alias", ALIAS),
          new Known("unexpected character found", ALIAS),
          new Known("document", "yaml.fault.document"));

  private YamlFault() {}

  /** The sentence for what the parser says. */
  static Sentence explained(String said) {
    var key = key(said);
    return key.startsWith("yaml.fault.")
        ? Sentence.of("yaml.syntax", Sentence.of(key))
        : Sentence.of(key);
  }

  /** Whether to mend it one must look where it began, and not where the parser gave up. */
  static boolean beginsEarlier(String said) {
    return List.of(UNCLOSED, NO_COLON, BRACKET).contains(key(said));
  }

  private static String key(String said) {
    return KNOWN.stream()
        .filter(known -> said.contains(known.said()))
        .findFirst()
        .map(Known::key)
        .orElse("yaml.fault.other");
  }
}
