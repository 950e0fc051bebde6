package thangdiem.orgunit;

import java.util.List;

/**
 * The people's committee of the province as documents name it (Ủy ban nhân dân tỉnh).
 *
 * @param name as "Ủy ban nhân dân tỉnh Hậu Giang"
 */
public record Committee(String name) {

  /** That of the installation; without a name before it is set up. */
  public static Committee of(OrgUnits units) {
    return new Committee(units.province().map(OrgUnit::officialName).orElse(""));
  }

  /**
   * Who stands at the head of a unit's documents: a committee of a district alone, others below.
   */
  public List<String> above(String unit) {
    return unit.matches("(?i)^(Ủy ban nhân dân|Uỷ ban nhân dân|UBND) .*")
        ? List.of(unit)
        : List.of(name, unit);
  }

  /** "tỉnh Hậu Giang". */
  public String province() {
    return name.replaceFirst("(?i)^(Ủy ban nhân dân|Uỷ ban nhân dân|UBND) ", "");
  }

  /** "Hậu Giang", from where documents are dated. */
  public String place() {
    return province().replaceFirst("(?i)^(tỉnh|thành phố) ", "");
  }
}
