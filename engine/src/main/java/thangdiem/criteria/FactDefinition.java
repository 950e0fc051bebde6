package thangdiem.criteria;

import java.util.List;
import java.util.Optional;

/**
 * A fact that units report (số liệu): entered once, used by many criteria.
 *
 * @param id stable identifier, as in answers and expressions
 * @param unit unit of measure (đơn vị tính); empty where the fact has none
 * @param theme id of the {@link Theme} under which the form shows it
 * @param help a sentence for the form; may be empty
 * @param movable whether it may still change after the report, until the period ends (Đ6.3 against
 *     Đ10)
 * @param carriesOver whether last year's value is proposed next year
 * @param options of a choice, in the order shown; empty otherwise
 * @param movesAgainst facts that fall when this one rises
 * @param basis where it comes from
 */
public record FactDefinition(
    String id,
    String label,
    FactType type,
    String unit,
    String theme,
    String help,
    RollUp rollUp,
    boolean movable,
    boolean carriesOver,
    List<FactOption> options,
    Rational min,
    Rational max,
    Collector collectedBy,
    List<String> movesAgainst,
    String basis) {

  /** The largest number that anybody may report: 10^12. */
  public static final Rational LARGEST = Rational.of(1_000_000_000_000L);

  /**
   * How the values of sub-units and communes become the unit's (Đ10: districts collect their
   * communes' figures).
   */
  public enum RollUp {
    SUM,
    ALL,
    ANY,
    MAX,
    MIN,
    NONE
  }

  /** Who fills it in: the unit, or the organiser (survey results, meters). */
  public enum Collector {
    UNIT,
    ORGANISER
  }

  /** Whether 85 means 85 %, not a ratio of 0.85. */
  public boolean statedInPercent() {
    return unit.equals("%");
  }

  public Optional<FactOption> option(String id) {
    return options.stream().filter(option -> option.id().equals(id)).findFirst();
  }
}
