package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thangdiem.words.Sentence;

/**
 * From which day a new name or a new parent holds (hiệu lực đổi tên, chuyển cấp trên): a day on
 * which the unit exists, after every former name and not in the future, because only one name at a
 * time is the unit's present one.
 */
final class SinceCheck {

  static final int LONGEST_DOCUMENT = 200;

  private final UnitRegister register;
  private final UnitForm form;
  private final Optional<OrgUnit> before;
  private final Map<UnitField, Sentence> wrong;

  SinceCheck(
      UnitRegister register,
      UnitForm form,
      Optional<OrgUnit> before,
      Map<UnitField, Sentence> wrong) {
    this.register = register;
    this.form = form;
    this.before = before;
    this.wrong = wrong;
  }

  /** The day and the document; absent where none is typed, or something is wrong with them. */
  Optional<Since> since(OrgUnit after) {
    var typedDay = form.text(UnitField.SINCE);
    var document = form.text(UnitField.DOCUMENT);
    if (typedDay.isEmpty() && document.isEmpty()) {
      return Optional.empty();
    }
    boolean renames =
        before
            .filter(unit ->
                !unit.name().equals(after.name())
                    || !unit.officialName().equals(after.officialName()))
            .isPresent();
    boolean moves = before.filter(unit -> !unit.parent().equals(after.parent())).isPresent();
    if (!renames && !moves) {
      wrong.putIfAbsent(UnitField.SINCE, Sentence.of("unit.wrong.sinceOfNothing"));
      return Optional.empty();
    }
    if (document.isEmpty() || document.length() > LONGEST_DOCUMENT) {
      wrong.put(UnitField.DOCUMENT, Sentence.of("unit.wrong.document", LONGEST_DOCUMENT));
    }
    var day = Typed.day(typedDay);
    if (day.isEmpty()) {
      wrong.put(UnitField.SINCE, Sentence.of("unit.wrong.day", typedDay));
      return Optional.empty();
    }
    unfit(day.get(), after, renames, moves)
        .ifPresent(sentence -> wrong.put(UnitField.SINCE, sentence));
    return Optional.of(new Since(day.get(), document));
  }

  private Optional<Sentence> unfit(LocalDate day, OrgUnit after, boolean renames, boolean moves) {
    if (day.isAfter(register.today())) {
      return Optional.of(Sentence.of("unit.wrong.sinceFuture", register.today()));
    }
    if (after.validFrom().filter(from -> !day.isAfter(from)).isPresent()) {
      return Optional.of(Sentence.of("unit.wrong.sinceBeforeFrom", after.validFrom().get()));
    }
    if (after.validTo().filter(day::isAfter).isPresent()) {
      return Optional.of(Sentence.of("unit.wrong.sinceAfterTo", after.validTo().get()));
    }
    var history = register.history();
    return Stream.of(
            renames ? history.lastNameUntil(after.id()) : Optional.<LocalDate>empty(),
            moves ? history.lastParentUntil(after.id()) : Optional.<LocalDate>empty())
        .flatMap(Optional::stream)
        .filter(last -> !day.minusDays(1).isAfter(last))
        .findFirst()
        .map(last -> Sentence.of("unit.wrong.sinceOverlaps", last));
  }
}
