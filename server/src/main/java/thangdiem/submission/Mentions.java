package thangdiem.submission;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who is called for in a text (nhắc tên): "@" and their login, or their name as it is written. */
final class Mentions {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private Mentions() {}

  static List<Colleague> in(String words, List<Colleague> colleagues) {
    var text = folded(words);
    return colleagues.stream()
        .filter(one -> names(text, one.login()) || names(text, one.name()))
        .toList();
  }

  /** The whole of it: "@lan" does not call for "lananh". */
  private static boolean names(String text, String name) {
    return Pattern.compile("@" + Pattern.quote(folded(name)) + "(?![\\p{L}\\p{N}_-])")
        .matcher(text)
        .find();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(VIETNAMESE);
  }
}
