package thangdiem.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without case and diacritics (không dấu), for search: "Sở Y tế" is "so y te". */
public final class Folded {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folded() {}

  public static String of(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .replace('đ', 'd')
        .replace('Đ', 'd')
        .replace('\u00d0', 'd') // Eth and African D, which some keyboards give for Đ
        .replace('\u00f0', 'd')
        .replace('\u0189', 'd')
        .replace('\u0256', 'd')
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
