package thangdiem.exchange;

import java.util.Optional;
import java.util.regex.Pattern;
import thangdiem.criteria.Rational;
import thangdiem.words.Sentence;

/**
 * A number as people type it in Vietnam (số gõ tay): 1.234,5 and also 0.5. "1.234" is 1234 in a
 * count; in a decimal it could be either and is asked about, as is "1,234" in a count.
 *
 * @param value the number, unless there is something to ask
 * @param question what cannot be read, or can be read in two ways
 */
record VietnameseNumber(Optional<Rational> value, Optional<Sentence> question) {

  private static final int LONGEST = 40;
  private static final Pattern SPACES = Pattern.compile("[ \\u00A0\\u2007\\u2009\\u202F]");
  private static final Pattern PLAIN = Pattern.compile("-?\\d+");
  private static final Pattern SPACED = Pattern.compile("(-?[1-9]\\d{0,2})((?: \\d{3})+)(,\\d+)?");
  private static final Pattern ONE_GROUP = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");
  private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+");
  private static final Pattern COMMA = Pattern.compile("-?(\\d+|[1-9]\\d{0,2}(\\.\\d{3})+),\\d+");
  private static final Pattern POINT = Pattern.compile("-?\\d+\\.\\d+");

  static VietnameseNumber of(String typed, boolean count) {
    var text = SPACES.matcher(typed).replaceAll(" ").strip().replace('\u2212', '-');
    if (text.length() > LONGEST) {
      return asked("workbook.number", text.substring(0, LONGEST) + "…");
    }
    if (ONE_GROUP.matcher(text).matches() && count == text.contains(",")) {
      return asked(
          "workbook.twoReadings", text, text.replaceAll("[.,]", ""), text.replace('.', ','));
    }
    if (PLAIN.matcher(text).matches()) {
      return read(text);
    }
    if (SPACED.matcher(text).matches()) {
      return read(text.replace(" ", "").replace(',', '.'));
    }
    if (GROUPED.matcher(text).matches()) {
      return read(text.replace(".", ""));
    }
    if (COMMA.matcher(text).matches()) {
      return read(text.replace(".", "").replace(',', '.'));
    }
    return POINT.matcher(text).matches() ? read(text) : asked("workbook.number", text);
  }

  private static VietnameseNumber read(String decimal) {
    return new VietnameseNumber(Optional.of(Rational.of(decimal)), Optional.empty());
  }

  private static VietnameseNumber asked(String key, Object... arguments) {
    return new VietnameseNumber(Optional.empty(), Optional.of(Sentence.of(key, arguments)));
  }
}
