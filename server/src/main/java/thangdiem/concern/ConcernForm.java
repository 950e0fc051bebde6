package thangdiem.concern;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a reader typed (nội dung báo số liệu sai).
 *
 * @param source where it can be checked
 * @param contact how to reach them; nobody has to leave any
 * @param website an entry that people do not see: what fills it in is a program
 */
public record ConcernForm(String words, String source, String contact, String website) {

  /** Letters and digits without which nobody can say what is wrong, and what would be right. */
  static final int LEAST_WORDS = 20;

  static final int LONGEST_WORDS = 2000;
  static final int LONGEST_SOURCE = 500;
  static final int LONGEST_CONTACT = 200;
  static final ConcernForm EMPTY = new ConcernForm("", "", "", "");

  public ConcernForm {
    words = tidy(words);
    source = tidy(source);
    contact = tidy(contact);
  }

  private static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /** What is wrong with it, by entry: the keys of sentences. */
  Map<String, String> mistakes() {
    var wrong = new LinkedHashMap<String, String>();
    if (words.isEmpty()) {
      wrong.put("words", "concern.form.words.missing");
    } else if (words.codePoints().filter(Character::isLetterOrDigit).count() < LEAST_WORDS) {
      wrong.put("words", "concern.form.words.short");
    } else if (longer(words, LONGEST_WORDS)) {
      wrong.put("words", "concern.form.words.long");
    }
    if (longer(source, LONGEST_SOURCE)) {
      wrong.put("source", "concern.form.source.long");
    }
    if (longer(contact, LONGEST_CONTACT)) {
      wrong.put("contact", "concern.form.contact.long");
    }
    if (!website.isEmpty()) {
      wrong.put("website", "concern.form.website.filled");
    }
    return wrong;
  }

  /** Counted as the database does: in characters, not in halves of them. */
  private static boolean longer(String text, int longest) {
    return text.codePointCount(0, text.length()) > longest;
  }
}
