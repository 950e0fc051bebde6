package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import thangdiem.search.Folded;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * Turns a typed unit into a unit, or says of each field what is wrong with it (kiểm tra phiếu
 * nhập). What is typed as it was is never wrong. Whether units stand in a circle is asked where all
 * of a change is known.
 */
final class UnitCheck {

  /** Last parts of our own addresses below /units, which are therefore no codes. */
  private static final Set<String> OURS = Set.of("new", "sheet", "import", "taking-over");

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("[a-z0-9.-]+\\.[a-z]{2,}(/.*)?", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_NAME = 200;
  private static final int MOST_CODES = 6;
  private static final int LONGEST_MADE_CODE = 31; // as long as a sheet's name may be

  private final UnitRegister register;
  private final UnitIndex index;
  private final UnitForm form;
  private final Optional<OrgUnit> before;
  private final Map<UnitField, Sentence> wrong = new EnumMap<>(UnitField.class);

  /**
   * What came of it.
   *
   * @param unit absent when something is wrong
   */
  record Checked(Optional<OrgUnit> unit, Optional<Since> since, Map<UnitField, Sentence> wrong) {}

  private UnitCheck(
      UnitRegister register, UnitIndex index, UnitForm form, Optional<OrgUnit> before) {
    this.register = register;
    this.index = index;
    this.form = form;
    this.before = before;
  }

  /**
   * Checks what was typed.
   *
   * @param index the units that may be named as standing above
   * @param before the unit that is changed; absent when one is added
   */
  static Checked of(
      UnitRegister register, UnitIndex index, UnitForm form, Optional<OrgUnit> before) {
    return new UnitCheck(register, index, form, before).checked();
  }

  private Checked checked() {
    var name = name();
    var from = day(UnitField.FROM, before.flatMap(OrgUnit::validFrom));
    var to = day(UnitField.TO, before.flatMap(OrgUnit::validTo));
    var unit =
        new OrgUnit(
            before.map(OrgUnit::id).orElseGet(UUID::randomUUID),
            before.map(OrgUnit::code).orElseGet(() -> code(name)),
            parent(from),
            kind(),
            group(),
            vertical(),
            name,
            officialName(name),
            portal(),
            ordinal(),
            from,
            to,
            before.map(OrgUnit::version).orElse(1));
    days(from, to);
    var since = new SinceCheck(register, form, before, wrong).since(unit);
    return new Checked(
        wrong.isEmpty() ? Optional.of(unit) : Optional.empty(),
        since,
        Collections.unmodifiableMap(wrong));
  }

  private String name() {
    return text(UnitField.NAME, before.map(OrgUnit::name));
  }

  private String officialName(String name) {
    return form.text(UnitField.OFFICIAL_NAME).isEmpty()
        ? name
        : text(UnitField.OFFICIAL_NAME, before.map(OrgUnit::officialName));
  }

  private String text(UnitField field, Optional<String> now) {
    var typed = form.text(field);
    if (now.isPresent() && Typed.text(now.get()).equals(typed)) {
      return now.get();
    }
    if (typed.isEmpty() || typed.length() > LONGEST_NAME) {
      wrong.put(field, Sentence.of("unit.wrong.name", LONGEST_NAME));
    }
    return typed;
  }

  /** The typed code, or one made of the name: "Sở Y tế" is so-y-te. */
  private String code(String name) {
    var code = form.text(UnitField.CODE);
    if (code.isEmpty()) {
      return made(name);
    }
    if (!isCode(code) || OURS.contains(code)) {
      wrong.put(UnitField.CODE, Sentence.of("unit.wrong.code"));
    } else if (register.index().coded(code).isPresent()) {
      wrong.put(UnitField.CODE, Sentence.of("unit.wrong.codeTaken", code));
    }
    return code;
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
    var typed = form.text(UnitField.KIND);
    for (var kind : OrgUnit.Kind.values()) {
      if (kind != OrgUnit.Kind.PROVINCE
          && (kind.text().equals(typed)
              || same(Words.VIETNAMESE.say("unit.kind." + kind.text()), typed))) {
        return kind;
      }
    }
    wrong.put(UnitField.KIND, Sentence.of("unit.wrong.kind"));
    return OrgUnit.Kind.AGENCY;
  }

  private static boolean same(String one, String other) {
    return Folded.of(one).equals(Folded.of(other));
  }

  private boolean province() {
    return before.filter(unit -> unit.kind() == OrgUnit.Kind.PROVINCE).isPresent();
  }

  private Optional<UUID> parent(Optional<LocalDate> from) {
    if (province()) {
      return Optional.empty();
    }
    var typed = form.text(UnitField.PARENT);
    var meant = index.meant(typed);
    if (meant.isEmpty()) {
      wrong.put(UnitField.PARENT, Sentence.of("unit.wrong.parent", typed));
      return Optional.empty();
    }
    if (meant.size() > 1) {
      wrong.put(UnitField.PARENT, Sentence.of("unit.wrong.severalMeant", typed, codes(meant)));
    }
    var parent = Optional.of(meant.getFirst().id());
    var day = from.filter(register.today()::isBefore).orElse(register.today());
    if (!before.flatMap(OrgUnit::parent).equals(parent)
        && meant.getFirst().validTo().filter(day::isAfter).isPresent()) {
      wrong.put(UnitField.PARENT, Sentence.of("unit.wrong.parentEnded", meant.getFirst().name()));
    }
    return parent;
  }

  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** The first codes of several units that a name may mean. */
  static String codes(List<OrgUnit> units) {
    return units.stream().map(OrgUnit::code).limit(MOST_CODES).collect(Collectors.joining(", "));
  }

  private Optional<String> group() {
    var typed = form.text(UnitField.GROUP);
    if (typed.isEmpty() || before.flatMap(OrgUnit::rankingGroup).equals(Optional.of(typed))) {
      return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
    }
    var group =
        register.groups().stream()
            .filter(one ->
                one.code().equals(typed) || same(one.shortName(), typed) || same(one.name(), typed))
            .map(RankingGroup::code)
            .findFirst();
    if (group.isEmpty()) {
      wrong.put(
          UnitField.GROUP,
          Sentence.of(
              "unit.wrong.group",
              typed,
              register.groups().stream()
                  .map(RankingGroup::shortName)
                  .collect(Collectors.joining("; "))));
    }
    return group;
  }

  private boolean vertical() {
    var typed = form.text(UnitField.VERTICAL);
    boolean yes = typed.equals(UnitForm.YES) || same(typed, Words.VIETNAMESE.say("unit.yes"));
    if (!yes
        && !typed.isEmpty()
        && !typed.equals(UnitForm.NO)
        && !same(typed, Words.VIETNAMESE.say("unit.no"))) {
      wrong.put(UnitField.VERTICAL, Sentence.of("unit.wrong.vertical", typed));
    }
    return yes;
  }

  private Optional<String> portal() {
    var typed = form.text(UnitField.PORTAL);
    if (typed.isEmpty() || before.flatMap(OrgUnit::portal).equals(Optional.of(typed))) {
      return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
    }
    var address = WITHOUT_SCHEME.matcher(typed).matches() ? "https://" + typed : typed;
    if (!Typed.isWebAddress(address)) {
      wrong.put(UnitField.PORTAL, Sentence.of("unit.wrong.portal"));
    }
    return Optional.of(address);
  }

  private int ordinal() {
    var typed = form.text(UnitField.ORDINAL);
    if (typed.isEmpty()) {
      return before.map(OrgUnit::ordinal).orElseGet(this::next);
    }
    if (before.filter(unit -> typed.equals(Integer.toString(unit.ordinal()))).isPresent()) {
      return before.get().ordinal();
    }
    if (!NUMBER.matcher(typed).matches()) {
      wrong.put(UnitField.ORDINAL, Sentence.of("unit.wrong.ordinal"));
      return 0;
    }
    return Integer.parseInt(typed);
  }

  /** After the last of its group. */
  private int next() {
    return 1
        + index.all().stream()
            .filter(unit -> unit.rankingGroup().orElse("").equals(form.text(UnitField.GROUP)))
            .mapToInt(OrgUnit::ordinal)
            .max()
            .orElse(0);
  }

  private Optional<LocalDate> day(UnitField field, Optional<LocalDate> now) {
    var typed = form.text(field);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    var day = Typed.day(typed);
    if (day.isEmpty()) {
      wrong.put(field, Sentence.of("unit.wrong.day", typed));
      return now;
    }
    return day;
  }

  private void days(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      wrong.put(UnitField.TO, Sentence.of("unit.wrong.toBeforeFrom", to.get(), from.get()));
    }
    if (before.isEmpty()) {
      return;
    }
    var history = register.history();
    var id = before.get().id();
    if (!to.equals(before.get().validTo())) {
      if (province() && to.isPresent()) {
        wrong.putIfAbsent(UnitField.TO, Sentence.of("unit.wrong.provinceEnds"));
      } else if (!history.successors(id).isEmpty()) {
        wrong.putIfAbsent(UnitField.TO, Sentence.of("unit.wrong.toOfMerged"));
      } else if (to.isPresent()
          && history.lastNameUntil(id).filter(last -> !last.isBefore(to.get())).isPresent()) {
        wrong.putIfAbsent(
            UnitField.TO, Sentence.of("unit.wrong.toBeforeName", history.lastNameUntil(id).get()));
      }
    }
    var names = history.names(id);
    if (from.isPresent()
        && !from.equals(before.get().validFrom())
        && !names.isEmpty()
        && names.getFirst().lastDay().isBefore(from.get())) {
      wrong.put(
          UnitField.FROM, Sentence.of("unit.wrong.fromAfterName", names.getFirst().lastDay()));
    }
  }
}
