package thangdiem.orgunit;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.search.Finds;
import thangdiem.search.Found;
import thangdiem.search.Wanted;
import thangdiem.words.Sentence;

/** Finds units by what they are or were called, and by their code; everybody may know them. */
@Component
class FindsUnits implements Finds {

  private final OrgUnits units;

  FindsUnits(OrgUnits units) {
    this.units = units;
  }

  @Override
  public List<Found> find(Actor reader, Wanted wanted) {
    var register = units.register();
    return register.index().all().stream()
        .filter(unit -> wanted.isIn(names(unit, register)))
        .map(unit ->
            Found.named(
                Found.Kind.UNIT, unit.name(), detail(unit, register), "/units/" + unit.code()))
        .toList();
  }

  private static String[] names(OrgUnit unit, UnitRegister register) {
    return Stream.concat(
            Stream.of(unit.name(), unit.officialName(), unit.code()),
            register.history().names(unit.id()).stream().map(FormerName::name))
        .toArray(String[]::new);
  }

  private static Sentence detail(OrgUnit unit, UnitRegister register) {
    if (!unit.existsOn(register.today())) {
      return Sentence.of("search.unit.notNow");
    }
    return unit.parent()
        .flatMap(register.index()::withId)
        .filter(above -> above.kind() != OrgUnit.Kind.PROVINCE)
        .map(above -> Found.text(above.name()))
        .orElseGet(() ->
            register.groups().stream()
                .filter(group -> unit.rankingGroup().filter(group.code()::equals).isPresent())
                .findFirst()
                .map(group -> Found.text(group.shortName()))
                .orElseGet(() -> Sentence.of("unit.kind." + unit.kind().text())));
  }
}
