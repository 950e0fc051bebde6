package thangdiem.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.audit.Role;
import thangdiem.orgunit.OrgUnit;
import thangdiem.words.Sentence;

/**
 * The page on which one person is invited (mời một người).
 *
 * @param roles that the reader may give
 */
public record InvitePage(
    PersonForm form, Map<String, Sentence> wrong, List<OrgUnit> units, List<Role> roles) {

  public Optional<Sentence> wrongIn(String field) {
    return Optional.ofNullable(wrong.get(field));
  }
}
