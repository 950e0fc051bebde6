package thangdiem.orgunit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * A form in which a unit is added, corrected, renamed or moved (trang nhập đơn vị).
 *
 * @param step which of them
 * @param unit as it is now; absent when one is added
 * @param form what stands in the fields
 * @param wrong what is wrong, by the name of the field
 * @param clashes where somebody else has changed the unit since: now and typed
 * @param parents names that are offered as standing above, by code
 */
public record UnitFormPage(
    UnitStep step,
    Optional<OrgUnit> unit,
    UnitForm form,
    Map<String, Sentence> wrong,
    List<UnitChange.Field> clashes,
    UnitLabels labels,
    Map<String, String> parents) {

  /** What stands in a field. */
  public String text(String key) {
    for (var field : UnitField.values()) {
      if (field.key().equals(key)) {
        return form.text(field);
      }
    }
    throw new IllegalStateException("no field " + key);
  }

  public boolean isProvince() {
    return unit.filter(one -> one.kind() == OrgUnit.Kind.PROVINCE).isPresent();
  }

  /** Where the form is sent. */
  public String action() {
    return unit.map(one -> "/units/" + one.code() + "/" + step.path()).orElse("/units");
  }
}
