package thangdiem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.account.Accounts;
import thangdiem.account.PasswordRules;
import thangdiem.account.Person;
import thangdiem.account.PersonCheck;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;
import thangdiem.words.Sentence;

/**
 * The first account of an installation (quản trị viên đầu tiên): made by whoever reads the one-time
 * code on the console, while nobody has an account.
 */
@Component
class FirstAdministrator {

  private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // None that look alike.
  private static final int LENGTH = 12;
  private static final int LONGEST_PROVINCE = 200;

  private final Accounts accounts;
  private final OrgUnits units;
  private final Acts acts;
  private final String code;

  FirstAdministrator(Accounts accounts, OrgUnits units, Acts acts) {
    this.accounts = accounts;
    this.units = units;
    this.acts = acts;
    var random = new SecureRandom();
    this.code =
        random
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
            .reduce("", String::concat)
            .replaceAll("(.{4})(?!$)", "$1-");
  }

  /** The code of this start; absent once somebody has an account. */
  Optional<String> code() {
    return accounts.none() ? Optional.of(code) : Optional.empty();
  }

  /** Refuses whoever cannot read the code on the console. */
  void checkCode(String typed) {
    if (!MessageDigest.isEqual(
        typed.strip().toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8),
        code.getBytes(StandardCharsets.UTF_8))) {
      throw new Refusal("first.wrongCode");
    }
  }

  /** What is wrong with what was typed, by field; an account can be made when nothing is. */
  static Map<String, Sentence> wrong(String province, Person person, String password) {
    var wrong = new LinkedHashMap<String, Sentence>();
    if (province.isEmpty() || province.length() > LONGEST_PROVINCE) {
      wrong.put("province", Sentence.of("first.wrong.province", LONGEST_PROVINCE));
    }
    PersonCheck.againstName(person.name()).ifPresent(sentence -> wrong.put("name", sentence));
    if (!PersonCheck.isLogin(person.login())) {
      wrong.put("login", Sentence.of("first.wrong.login"));
    }
    PasswordRules.against(password, person, false)
        .ifPresent(sentence -> wrong.put("password", sentence));
    return wrong;
  }

  /** Makes the province and its first administrator. */
  void make(String province, Person person, String password) {
    acts.bySystem(
        Act.FIRST_ADMINISTRATOR_MADE,
        event -> {
          if (!accounts.none()) {
            throw new Refusal("first.alreadyMade");
          }
          var root = provinceNamed(province);
          units.add(root);
          event.with("province", province).personally("name", person.name());
          return accounts.make(person, password, root.id(), Role.ADMINISTRATOR, root.id());
        });
  }

  static OrgUnit provinceNamed(String name) {
    return new OrgUnit(
        UUID.randomUUID(),
        "tinh",
        Optional.empty(),
        OrgUnit.Kind.PROVINCE,
        Optional.empty(),
        false,
        name,
        name,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        1);
  }
}
