package thangdiem.orgunit;

import java.util.Map;
import java.util.Optional;
import thangdiem.words.Words;

/**
 * How people read what forms write in short (nhãn): groups and units by their names.
 *
 * @param groups names by code
 * @param units names by code
 */
public record UnitLabels(Map<String, String> groups, Map<String, String> units) {

  /** The text of a field in that language. */
  public String of(Words words, UnitField field, String text) {
    return switch (field) {
      case KIND -> text.isEmpty() ? "" : words.say("unit.kind." + text);
      case VERTICAL -> words.say(text.equals(UnitForm.YES) ? "unit.yes" : "unit.no");
      case GROUP -> Optional.ofNullable(groups.get(text)).orElse(text);
      case PARENT -> Optional.ofNullable(units.get(text)).orElse(text);
      case CODE, NAME, OFFICIAL_NAME, PORTAL, ORDINAL, FROM, TO, SINCE, DOCUMENT, VERSION -> text;
    };
  }
}
