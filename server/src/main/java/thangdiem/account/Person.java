package thangdiem.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of somebody with an account: the least that the work needs.
 *
 * @param login what they type to sign in, folded to lower case
 * @param post their position (chức vụ)
 */
public record Person(
    String login, String name, String post, Optional<String> email, Optional<String> phone) {

  public Person {
    login = folded(login);
  }

  /** A login as it is compared: however it was typed. */
  public static String folded(String login) {
    return Normalizer.normalize(login.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
