package thangdiem.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import thangdiem.orgunit.OrgUnit;
import thangdiem.words.Sentence;

/**
 * Turns what was typed of somebody into a person, or says of each field what is wrong with it (kiểm
 * tra phiếu nhập).
 */
public final class PersonCheck {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 200;
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@,;<>\"]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 .()/-]{2,29}");

  /**
   * What came of it.
   *
   * @param person absent when something is wrong
   */
  record Checked(Optional<Person> person, Optional<OrgUnit> unit, Map<String, Sentence> wrong) {}

  private final PersonForm form;
  private final Map<String, Sentence> wrong = new LinkedHashMap<>();

  private PersonCheck(PersonForm form) {
    this.form = form;
  }

  /**
   * Checks what was typed.
   *
   * @param login theirs already, or made for them where none was typed
   */
  static Checked of(PersonForm form, UnitChoice units, String login) {
    return new PersonCheck(form).checked(units, login);
  }

  /** What is wrong with the name of somebody, if anything. */
  public static Optional<Sentence> againstName(String name) {
    return name.isEmpty() || name.length() > LONGEST_NAME
        ? Optional.of(Sentence.of("account.wrong.name", LONGEST_NAME))
        : Optional.empty();
  }

  private Checked checked(UnitChoice units, String login) {
    againstName(form.name()).ifPresent(sentence -> wrong.put("name", sentence));
    if (form.post().length() > LONGEST_NAME) {
      wrong.put("post", Sentence.of("account.wrong.post", LONGEST_NAME));
    }
    var unit = units.named(form.unit());
    if (form.unit().isEmpty()) {
      wrong.put("unit", Sentence.of("account.wrong.noUnit"));
    } else if (unit.isEmpty()) {
      wrong.put("unit", Sentence.of("account.wrong.unit", form.unit()));
    }
    if (!form.email().isEmpty()
        && (form.email().length() > LONGEST_ADDRESS || !ADDRESS.matcher(form.email()).matches())) {
      wrong.put("email", Sentence.of("account.wrong.email", form.email()));
    }
    if (!form.phone().isEmpty() && !PHONE.matcher(form.phone()).matches()) {
      wrong.put("phone", Sentence.of("account.wrong.phone", form.phone()));
    }
    var person =
        new Person(login, form.name(), form.post(), given(form.email()), given(form.phone()));
    return new Checked(wrong.isEmpty() ? Optional.of(person) : Optional.empty(), unit, wrong);
  }

  /** Whether it can be typed without a Vietnamese keyboard getting in the way. */
  public static boolean isLogin(String login) {
    return LOGIN.matcher(login).matches();
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
