package thangdiem.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.audit.Role;
import thangdiem.orgunit.OrgUnit;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * The page on which one person is invited (mời một người).
 *
 * @param roles that the reader may give
 */
public record InvitePage(
    PersonForm form, Map<String, Sentence> wrong, List<OrgUnit> units, List<Role> roles) {

  /** What is wrong with a field; empty where nothing is. */
  public String wrongIn(String field, Words words) {
    return Optional.ofNullable(wrong.get(field)).map(sentence -> sentence.in(words)).orElse("");
  }

  /** The units to choose from: code and name. */
  public Map<String, String> unitOptions() {
    var options = new LinkedHashMap<String, String>();
    options.put("", "–");
    units.forEach(unit -> options.put(unit.code(), unit.name()));
    return options;
  }

  /** The roles to choose from, in words. */
  public Map<String, String> roleOptions(Words words) {
    var options = new LinkedHashMap<String, String>();
    options.put("", "–");
    roles.forEach(role -> options.put(role.name(), words.say("role." + role)));
    return options;
  }
}
