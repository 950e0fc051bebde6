package thangdiem.site;

import java.util.List;
import thangdiem.words.Words;

/**
 * What surrounds every page of a version (khung trang).
 *
 * @param path of the page below the version: "units/so-y-te"
 * @param area the part of the menu in which it stands
 * @param style the folder of the stylesheet
 * @param notices what every reader must know, such as that the figures are made up
 * @param site where the site stands, for those who read addresses outside of it
 */
public record Frame(
    Words words,
    Address address,
    String path,
    String area,
    String title,
    String description,
    String issuer,
    String subject,
    List<String> notices,
    String footer,
    String style,
    String site) {

  /** A text of the site. */
  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  public String language() {
    return address.language();
  }

  /** The page at that path in this language. */
  public String below(String path) {
    return address.below(path);
  }

  public String elsewise() {
    return address.elsewise(path);
  }

  public String latest() {
    return Address.ROOT + "/" + address.key();
  }

  /** The stylesheet that shows the note where a newer version is out. */
  public String state() {
    return address.edition() + "/state.css";
  }

  public String picture() {
    return site + address.below("picture.png");
  }
}
