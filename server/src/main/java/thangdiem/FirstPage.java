package thangdiem;

import java.util.Map;
import java.util.Optional;
import thangdiem.web.Page;
import thangdiem.words.Sentence;

/**
 * The page of the first start, with what was typed; the code and the password are typed again.
 *
 * @param refused why nothing was made; empty at first
 * @param wrong what is wrong with what was typed, by field
 */
public record FirstPage(
    String province,
    String name,
    String login,
    Optional<Sentence> refused,
    Map<String, Sentence> wrong) {

  static final FirstPage EMPTY = new FirstPage("", "", "", Optional.empty(), Map.of());

  /** What is wrong with a field, in words of the page; empty when nothing is. */
  public String wrongIn(String field, Page page) {
    return Optional.ofNullable(wrong.get(field)).map(page::say).orElse("");
  }
}
