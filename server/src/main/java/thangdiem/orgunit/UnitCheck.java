package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import thangdiem.words.Sentence;

/**
 * Turns a typed unit into a unit, or says of each field what is wrong with it (kiểm tra phiếu
 * nhập).
 */
final class UnitCheck {

  /** Last parts of our own addresses below /units, which are therefore no codes. */
  private static final Set<String> OURS = Set.of("new", "sheet", "taking-over");

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_MADE_CODE = 31; // as long as a sheet's name may be

  private final UnitIndex index;
  private final Set<String> groups;
  private final UnitForm form;
  private final Optional<OrgUnit> before;
  private final Map<String, Sentence> wrong = new LinkedHashMap<>();

  /**
   * What came of it.
   *
   * @param unit absent when something is wrong
   */
  record Checked(Optional<OrgUnit> unit, Map<String, Sentence> wrong) {}

  private UnitCheck(UnitIndex index, Set<String> groups, UnitForm form, Optional<OrgUnit> before) {
    this.index = index;
    this.groups = groups;
    this.form = form;
    this.before = before;
  }

  /**
   * Checks what was typed.
   *
   * @param groups the codes of the ranking groups
   * @param before the unit that is changed; absent when one is added
   */
  static Checked of(UnitIndex index, Set<String> groups, UnitForm form, Optional<OrgUnit> before) {
    return new UnitCheck(index, groups, form, before).checked();
  }

  private Checked checked() {
    var name = name();
    var unit =
        new OrgUnit(
            before.map(OrgUnit::id).orElseGet(UUID::randomUUID),
            before.map(OrgUnit::code).orElseGet(() -> code(name)),
            parent(),
            kind(),
            group(),
            form.vertical(),
            name,
            officialName(name),
            portal(),
            ordinal(),
            from(),
            before.flatMap(OrgUnit::validTo),
            before.map(OrgUnit::version).orElse(1));
    return new Checked(
        wrong.isEmpty() ? Optional.of(unit) : Optional.empty(),
        java.util.Collections.unmodifiableMap(wrong));
  }

  private String name() {
    if (form.name().isEmpty() || form.name().length() > LONGEST_NAME) {
      wrong.put("name", Sentence.of("unit.wrong.name", LONGEST_NAME));
    }
    return form.name();
  }

  private String officialName(String name) {
    if (form.officialName().length() > LONGEST_NAME) {
      wrong.put("officialName", Sentence.of("unit.wrong.name", LONGEST_NAME));
    }
    return form.officialName().isEmpty() ? name : form.officialName();
  }

  /** The typed code, or one made of the name: "Sở Y tế" is so-y-te. */
  private String code(String name) {
    if (form.code().isEmpty()) {
      return made(name);
    }
    if (!CODE.matcher(form.code()).matches() || OURS.contains(form.code())) {
      wrong.put("code", Sentence.of("unit.wrong.code"));
    } else if (index.coded(form.code()).isPresent()) {
      wrong.put("code", Sentence.of("unit.wrong.codeTaken", form.code()));
    }
    return form.code();
  }

  private String made(String name) {
    var plain = Folded.of(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    var start = plain.isEmpty() || OURS.contains(plain) ? "don-vi" : plain;
    var base =
        start.length() > LONGEST_MADE_CODE
            ? start.substring(0, LONGEST_MADE_CODE).replaceAll("-+$", "")
            : start;
    var code = base;
    for (int i = 2; index.coded(code).isPresent(); i++) {
      code = base + "-" + i;
    }
    return code;
  }

  private OrgUnit.Kind kind() {
    if (province()) {
      return OrgUnit.Kind.PROVINCE;
    }
    for (var kind : OrgUnit.Kind.values()) {
      if (kind != OrgUnit.Kind.PROVINCE && kind.text().equals(form.kind())) {
        return kind;
      }
    }
    wrong.put("kind", Sentence.of("unit.wrong.kind"));
    return OrgUnit.Kind.AGENCY;
  }

  private boolean province() {
    return before.filter(unit -> unit.kind() == OrgUnit.Kind.PROVINCE).isPresent();
  }

  private Optional<UUID> parent() {
    if (province()) {
      return Optional.empty();
    }
    var parent = index.named(form.parent());
    if (parent.isEmpty()) {
      wrong.put("parent", Sentence.of("unit.wrong.parent", form.parent()));
    } else if (before.isPresent() && isAtOrBelow(parent.get(), before.get())) {
      wrong.put("parent", Sentence.of("unit.wrong.circle", parent.get().name()));
    }
    return parent.map(OrgUnit::id);
  }

  private boolean isAtOrBelow(OrgUnit unit, OrgUnit top) {
    return unit.id().equals(top.id())
        || index.above(unit).stream().anyMatch(above -> above.id().equals(top.id()));
  }

  private Optional<String> group() {
    if (form.group().isEmpty()) {
      return Optional.empty();
    }
    var group = Optional.of(form.group());
    if (!groups.contains(form.group()) && !before.flatMap(OrgUnit::rankingGroup).equals(group)) {
      wrong.put("group", Sentence.of("unit.wrong.group", form.group()));
    }
    return group;
  }

  private Optional<String> portal() {
    if (form.portal().isEmpty()) {
      return Optional.empty();
    }
    var address =
        form.portal().toLowerCase(Locale.ROOT).matches("[a-z0-9.-]+\\.[a-z]{2,}(/.*)?")
            ? "https://" + form.portal()
            : form.portal();
    if (!Typed.isWebAddress(address)) {
      wrong.put("portal", Sentence.of("unit.wrong.portal"));
    }
    return Optional.of(address);
  }

  private int ordinal() {
    if (form.ordinal().isEmpty()) {
      return before.map(OrgUnit::ordinal).orElseGet(this::next);
    }
    if (!NUMBER.matcher(form.ordinal()).matches()) {
      wrong.put("ordinal", Sentence.of("unit.wrong.ordinal"));
      return 0;
    }
    return Integer.parseInt(form.ordinal());
  }

  /** After the last of its group. */
  private int next() {
    return 1
        + index.all().stream()
            .filter(unit -> unit.rankingGroup().orElse("").equals(form.group()))
            .mapToInt(OrgUnit::ordinal)
            .max()
            .orElse(0);
  }

  private Optional<LocalDate> from() {
    if (form.from().isEmpty()) {
      return Optional.empty();
    }
    var day = Typed.day(form.from());
    if (day.isEmpty()) {
      wrong.put("from", Sentence.of("unit.wrong.day", form.from()));
    } else if (before.flatMap(OrgUnit::validTo).filter(to -> to.isBefore(day.get())).isPresent()) {
      wrong.put("from", Sentence.of("unit.wrong.fromAfterTo"));
    }
    return day;
  }
}
