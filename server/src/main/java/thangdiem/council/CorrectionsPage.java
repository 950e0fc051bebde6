package thangdiem.council;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.scoring.Deduction;

/**
 * The corrections of an adopted result (trang đính chính).
 *
 * @param criteria what can be corrected: its name by its code, deductions by their kinds
 * @param chosen the unit and criterion that the reader is about to correct
 */
public record CorrectionsPage(
    Round round,
    CriteriaSet set,
    List<Adoption> versions,
    List<Row> rows,
    List<RoundUnit> units,
    Map<String, String> criteria,
    Optional<Chosen> chosen,
    boolean acts,
    Form form) {

  /**
   * A correction.
   *
   * @param effect what it would do, while it waits: seen before anybody approves
   * @param approvable whether the reader may approve it
   */
  public record Row(
      Correction correction,
      RoundUnit unit,
      String name,
      Optional<Effect> effect,
      boolean approvable) {

    public boolean waits() {
      return effect.isPresent();
    }
  }

  /** What is about to be corrected. */
  public record Chosen(
      CouncilUnit unit,
      String code,
      String name,
      List<FactRow> facts,
      List<CorrectionKind> kinds,
      List<Deduction> deductions,
      Optional<Effect> effect) {

    /** Whether it is a deduction that is corrected. */
    public boolean deducts() {
      return kinds.getFirst().deducts();
    }
  }

  public int latest() {
    return versions.isEmpty() ? 0 : versions.getFirst().version();
  }

  /**
   * What a deduction is for, as it is shown: the occasion of a late report is the report itself.
   */
  public String occasion(String occasion) {
    return criteria.getOrDefault(occasion, occasion);
  }

  public String label(String fact) {
    var definition = set.facts().get(fact);
    return definition == null ? fact : definition.label();
  }

  /** The value that a correction puts in, as it is shown; empty where nothing is recognised. */
  public String shown(Correction of, String fact) {
    var definition = set.facts().get(fact);
    return definition == null
        ? ""
        : of.facts()
            .getOrDefault(fact, Optional.empty())
            .map(value -> TypedFact.shown(definition, value))
            .orElse("");
  }
}
