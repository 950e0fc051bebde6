package thangdiem.site;

import java.util.List;

/**
 * A document that a unit showed for its figures (minh chứng), as far as it is not confidential.
 *
 * @param title empty where it is the unit's own file, which has no number
 */
public record Exhibit(
    String unit,
    List<String> facts,
    List<String> criteria,
    String title,
    String number,
    String issuer,
    String issuedOn,
    String pages) {

  /** Whether it is shown for that criterion, which reads these facts. */
  boolean provesOf(String code, Iterable<String> read) {
    if (criteria.contains(code)) {
      return true;
    }
    for (var fact : read) {
      if (facts.contains(fact)) {
        return true;
      }
    }
    return false;
  }
}
