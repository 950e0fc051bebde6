package thangdiem;

import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * The page of the first start, with what was typed; the code and the password are typed again.
 *
 * @param refused why nothing was made; empty at first
 */
public record FirstPage(String province, String name, String login, Optional<Sentence> refused) {

  static final FirstPage EMPTY = new FirstPage("", "", "", Optional.empty());
}
