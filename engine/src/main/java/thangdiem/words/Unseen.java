package thangdiem.words;

import java.util.regex.Pattern;

/** Characters that nobody sees and that turn round or break what stands beside them. */
public final class Unseen {

  private static final Pattern CHARACTERS =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\r\\t]]");

  private Unseen() {}

  /** Whether the text has one of them; line breaks and tabs are none. */
  public static boolean in(String text) {
    return CHARACTERS.matcher(text).find();
  }
}
