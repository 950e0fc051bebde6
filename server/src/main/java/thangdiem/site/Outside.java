package thangdiem.site;

import thangdiem.words.Words;

/**
 * A page of the site that belongs to no version (trang ngoài các bản).
 *
 * @param elsewise the same in the other language
 */
public record Outside(Words words, String title, String style, String elsewise) {

  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  public String language() {
    return words.language();
  }

  /** Where the years are listed in this language. */
  public String years() {
    return language().equals(Address.ENGLISH) ? Address.ROOT + "/en" : Address.ROOT;
  }
}
