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
 * One person's page (một tài khoản).
 *
 * @param done the act that has just been done; empty when none was
 * @param form as it was typed, where something is wrong in it
 * @param grantable the roles that can be given
 */
public record PersonPage(
    AccountLine line,
    String done,
    PersonForm form,
    Map<String, Sentence> wrong,
    List<OrgUnit> units,
    List<Role> grantable,
    May may) {

  /**
   * What the reader may do here.
   *
   * @param change administer it
   * @param admit hand out and take back codes
   * @param oneself whether it is the reader's own
   */
  public record May(boolean change, boolean admit, boolean oneself) {}

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
}
