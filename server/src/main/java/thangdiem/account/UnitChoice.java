package thangdiem.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import thangdiem.orgunit.OrgUnit;
import thangdiem.search.Folded;

/** The units that people can work in today (đơn vị để chọn), in the decision's order. */
public final class UnitChoice {

  /** Between a code and a name where both are offered as one choice. */
  private static final String DASH = " – ";

  private final List<OrgUnit> units;

  UnitChoice(Collection<OrgUnit> all, LocalDate today) {
    this.units = all.stream().filter(unit -> unit.existsOn(today)).toList();
  }

  public List<OrgUnit> all() {
    return units;
  }

  /** "so-y-te – Sở Y tế": as sheets offer it. */
  static String offered(OrgUnit unit) {
    return unit.code() + DASH + unit.name();
  }

  /** The unit of that code, offered choice, or name that only one of them bears. */
  Optional<OrgUnit> named(String typed) {
    var code = typed.contains(DASH) ? typed.substring(0, typed.indexOf(DASH)) : typed;
    var exact = units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    var folded = Folded.of(typed);
    var found =
        units.stream()
            .filter(unit ->
                Folded.of(unit.name()).equals(folded)
                    || Folded.of(unit.officialName()).equals(folded))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
