package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import thangdiem.words.Sentence;

/** What has become of one unit (quá trình của đơn vị), told from its dates and former names. */
final class UnitStory {

  private final OrgUnit unit;
  private final UnitRegister register;
  private final Optional<String> endDocument;

  UnitStory(OrgUnit unit, UnitRegister register, Optional<String> endDocument) {
    this.unit = unit;
    this.register = register;
    this.endDocument = endDocument;
  }

  /** Its names, the latest first. */
  List<UnitPage.Name> names() {
    var names = new ArrayList<UnitPage.Name>();
    var from = unit.validFrom();
    for (var former : register.history().names(unit.id())) {
      names.add(
          new UnitPage.Name(
              former.name(), former.officialName(), from, Optional.of(former.lastDay())));
      from = Optional.of(former.lastDay().plusDays(1));
    }
    names.add(new UnitPage.Name(unit.name(), unit.officialName(), from, unit.validTo()));
    return names.reversed();
  }

  /** What became of it, the latest first. */
  List<UnitPage.Step> steps() {
    var steps = new ArrayList<UnitPage.Step>();
    unit.validFrom()
        .ifPresent(from ->
            steps.add(new UnitPage.Step(Optional.of(from), Sentence.of("unit.step.begun"), "")));
    renamings(steps);
    moves(steps);
    successions(steps);
    if (register.history().successors(unit.id()).isEmpty()) {
      unit.validTo()
          .ifPresent(last ->
              steps.add(
                  new UnitPage.Step(
                      Optional.of(last.plusDays(1)),
                      Sentence.of("unit.step.ended"),
                      endDocument.orElse(""))));
    }
    steps.sort(
        Comparator.comparing((UnitPage.Step step) -> step.day().orElse(LocalDate.MIN)).reversed());
    return steps;
  }

  private void renamings(List<UnitPage.Step> steps) {
    var former = register.history().names(unit.id());
    for (int i = 0; i < former.size(); i++) {
      var name = i + 1 < former.size() ? former.get(i + 1).name() : unit.name();
      var was = former.get(i);
      steps.add(
          new UnitPage.Step(
              Optional.of(was.lastDay().plusDays(1)),
              name.equals(was.name())
                  ? Sentence.of("unit.step.officiallyRenamed", was.officialName())
                  : Sentence.of("unit.step.renamed", was.name(), name),
              was.document()));
    }
  }

  private void moves(List<UnitPage.Step> steps) {
    var former = register.history().parents(unit.id());
    for (int i = 0; i < former.size(); i++) {
      var was = former.get(i);
      var next = i + 1 < former.size() ? Optional.of(former.get(i + 1).parent()) : unit.parent();
      steps.add(
          new UnitPage.Step(
              Optional.of(was.lastDay().plusDays(1)),
              Sentence.of("unit.step.moved", name(was.parent()), next.map(this::name).orElse("")),
              was.document()));
    }
  }

  private void successions(List<UnitPage.Step> steps) {
    for (var succession : register.history().predecessors(unit.id())) {
      steps.add(
          new UnitPage.Step(
              Optional.of(succession.day()),
              Sentence.of("unit.step.follows", name(succession.predecessor())),
              succession.document()));
    }
    for (var succession : register.history().successors(unit.id())) {
      steps.add(
          new UnitPage.Step(
              Optional.of(succession.day()),
              Sentence.of("unit.step.followedBy", name(succession.successor())),
              succession.document()));
    }
  }

  private String name(UUID id) {
    return register.index().withId(id).map(OrgUnit::name).orElse("");
  }
}
