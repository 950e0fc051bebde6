package thangdiem.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thangdiem.audit.Role;
import thangdiem.orgunit.OrgUnit;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/** Turns what was typed of somebody who is to be invited into a guest, or says what is wrong. */
final class GuestCheck {

  private final UnitChoice units;
  private final OrgUnit province;
  private final Set<Role> mayGive;
  private final Logins logins;

  /**
   * Checks guests one after the other, so that each login is given once.
   *
   * @param mayGive the roles that the inviting person may give
   */
  GuestCheck(UnitChoice units, OrgUnit province, Set<Role> mayGive, Logins logins) {
    this.units = units;
    this.province = province;
    this.mayGive = mayGive;
    this.logins = logins;
  }

  /**
   * What came of it.
   *
   * @param guest absent when something is wrong
   */
  record Checked(Optional<Guest> guest, Map<String, Sentence> wrong) {}

  Checked of(PersonForm form) {
    var wrong = new LinkedHashMap<String, Sentence>();
    var login = login(form, wrong);
    var checked = PersonCheck.of(form, units, login);
    wrong.putAll(checked.wrong());
    var role = role(form.role());
    if (role.isEmpty()) {
      wrong.put(
          "role",
          form.role().isEmpty()
              ? Sentence.of("account.wrong.noRole")
              : Sentence.of("account.wrong.role", form.role()));
    } else if (!mayGive.contains(role.get())) {
      wrong.put("role", Sentence.of("account.roleNotYours"));
    }
    var heldIn = role.filter(Role::heldInOwnUnit).isPresent() ? checked.unit() : province();
    role.flatMap(known -> heldIn.flatMap(unit -> Granting.against(known, unit)))
        .ifPresent(reason -> wrong.putIfAbsent("role", reason));
    if (!wrong.isEmpty() || checked.person().isEmpty()) {
      return new Checked(Optional.empty(), wrong);
    }
    return new Checked(
        Optional.of(
            new Guest(
                checked.person().get(),
                checked.unit().orElseThrow(),
                role.orElseThrow(),
                heldIn.orElseThrow())),
        wrong);
  }

  private Optional<OrgUnit> province() {
    return Optional.of(province);
  }

  private String login(PersonForm form, Map<String, Sentence> wrong) {
    if (form.login().isEmpty()) {
      return logins.made(form.name());
    }
    var login = Person.folded(form.login());
    if (!PersonCheck.isLogin(login)) {
      wrong.put("login", Sentence.of("account.wrong.login"));
    } else if (!logins.take(login)) {
      wrong.put("login", Sentence.of("account.wrong.loginTaken", login));
    }
    return login;
  }

  /** The role of that name, in words of either language. */
  private static Optional<Role> role(String typed) {
    for (var role : Role.values()) {
      if (typed.equals(role.name())
          || typed.equalsIgnoreCase(Words.VIETNAMESE.say("role." + role))
          || typed.equalsIgnoreCase(Words.ENGLISH.say("role." + role))) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
