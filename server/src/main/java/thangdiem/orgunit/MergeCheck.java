package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;

/** Whether units may be merged into a successor (kiểm tra sáp nhập). */
final class MergeCheck {

  private final UnitRegister register;
  private final OrgUnit successor;
  private final Map<String, Sentence> wrong;

  MergeCheck(UnitRegister register, OrgUnit successor, Map<String, Sentence> wrong) {
    this.register = register;
    this.successor = successor;
    this.wrong = wrong;
  }

  /** The units that were typed by code or name; what is wrong with any is told. */
  List<OrgUnit> predecessors(List<String> typed, Optional<Since> since) {
    var found = new ArrayList<OrgUnit>();
    if (typed.isEmpty()) {
      wrong.put("predecessor", Sentence.of("unit.wrong.noPredecessor"));
    }
    for (var text : typed) {
      var meant = register.index().meant(text);
      if (meant.isEmpty()) {
        wrong.putIfAbsent("predecessor", Sentence.of("unit.wrong.noSuchUnit", text));
      } else if (meant.size() > 1) {
        wrong.putIfAbsent(
            "predecessor", Sentence.of("unit.wrong.severalMeant", text, UnitCheck.codes(meant)));
      } else if (!found.contains(meant.getFirst())) {
        since
            .flatMap(day -> unfit(meant.getFirst(), day.day()))
            .ifPresent(sentence -> wrong.putIfAbsent("predecessor", sentence));
        found.add(meant.getFirst());
      }
    }
    since
        .filter(day -> !successor.existsOn(day.day()))
        .ifPresent(day ->
            wrong.putIfAbsent(
                "day", Sentence.of("unit.wrong.successorNotThere", successor.name(), day.day())));
    return found;
  }

  private Optional<Sentence> unfit(OrgUnit unit, LocalDate day) {
    var history = register.history();
    if (unit.id().equals(successor.id())) {
      return Optional.of(Sentence.of("unit.wrong.itself", unit.name()));
    }
    if (history.follows(unit.id(), successor.id())) {
      return Optional.of(Sentence.of("unit.wrong.followsAlready", unit.name(), successor.name()));
    }
    if (history.successors(unit.id()).stream()
        .anyMatch(succession -> succession.successor().equals(successor.id()))) {
      return Optional.of(Sentence.of("unit.wrong.mergedAlready", unit.name(), successor.name()));
    }
    return UnitEndings.cannotEnd(register, unit, day, !history.successors(unit.id()).isEmpty());
  }
}
