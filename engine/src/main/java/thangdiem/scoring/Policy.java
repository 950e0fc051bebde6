package thangdiem.scoring;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.words.BadInput;

/**
 * How the questions that the decision leaves open are settled in a round (chính sách của đợt);
 * every result carries it.
 *
 * <p>Names and values are those of the interpretation register (docs/decisions); the defaults are
 * in {@link #DEFAULT}.
 *
 * @param deadline the instant from which a report is late; empty: the criteria set's
 */
public record Policy(
    Rounding rounding,
    boolean bonusInTotal,
    NotApplicable notApplicable,
    ZeroDenominator zeroDenominator,
    RatioCap ratioCap,
    Overall overall,
    Ties ties,
    PenaltyFloor penaltyFloor,
    Optional<OffsetDateTime> deadline) {

  public static final Policy DEFAULT =
      new Policy(
          Rounding.CRITERION_2,
          true,
          NotApplicable.ZERO,
          ZeroDenominator.ZERO,
          RatioCap.ONE,
          Overall.TOTAL,
          Ties.SHARED,
          PenaltyFloor.ZERO,
          Optional.empty());

  /** A value of a policy, by the name it has in files and on the command line. */
  public sealed interface Setting {
    String text();
  }

  /** where points are rounded. */
  public enum Rounding implements Setting {
    /** Each criterion's points half-up to 2 decimals; every sum is a sum of printed numbers. */
    CRITERION_2("criterion-2"),
    /** Exact; only the display rounds. */
    NONE("none");

    private final String text;

    Rounding(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /** what a criterion that does not apply is worth. */
  public enum NotApplicable implements Setting {
    /** Nothing: the decision's letter. */
    ZERO("zero"),
    /** The section is rescaled over what applies. */
    RESCALE_SECTION("rescale-section"),
    /** The maximum. */
    FULL("full");

    private final String text;

    NotApplicable(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /** what a ratio over nothing is. */
  public enum ZeroDenominator implements Setting {
    ZERO("zero"),
    NOT_APPLICABLE("not-applicable");

    private final String text;

    ZeroDenominator(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /** whether a ratio above 1 earns more than the maximum. */
  public enum RatioCap implements Setting {
    ONE("1"),
    NONE("none");

    private final String text;

    RatioCap(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /**
   * what the overall rank follows (Đ7.1–7.2 against Đ7.3); the grade always follows the total.
   */
  public enum Overall implements Setting {
    TOTAL("total"),
    MEAN_OF_SECTION_PERCENTAGES("mean-of-section-percentages");

    private final String text;

    Overall(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }

    /** The other reading of Đ7. */
    public Overall other() {
      return this == TOTAL ? MEAN_OF_SECTION_PERCENTAGES : TOTAL;
    }
  }

  /** equal units share a rank and the next ranks are skipped. */
  public enum Ties implements Setting {
    SHARED;

    @Override
    public String text() {
      return "1-2-2-4";
    }
  }

  /** a total never falls below 0. */
  public enum PenaltyFloor implements Setting {
    ZERO;

    @Override
    public String text() {
      return "0";
    }
  }

  /**
   * This policy with one setting changed.
   *
   * @throws BadInput when there is no such setting or value
   */
  public Policy with(String key, String value) {
    return switch (key) {
      case "rounding" ->
          new Policy(
              pick(key, value, Rounding.values()),
              bonusInTotal,
              notApplicable,
              zeroDenominator,
              ratioCap,
              overall,
              ties,
              penaltyFloor,
              deadline);
      case "bonusInTotal" ->
          new Policy(
              rounding,
              yes(key, value),
              notApplicable,
              zeroDenominator,
              ratioCap,
              overall,
              ties,
              penaltyFloor,
              deadline);
      case "notApplicable" ->
          new Policy(
              rounding,
              bonusInTotal,
              pick(key, value, NotApplicable.values()),
              zeroDenominator,
              ratioCap,
              overall,
              ties,
              penaltyFloor,
              deadline);
      case "zeroDenominator" ->
          new Policy(
              rounding,
              bonusInTotal,
              notApplicable,
              pick(key, value, ZeroDenominator.values()),
              ratioCap,
              overall,
              ties,
              penaltyFloor,
              deadline);
      case "ratioCap" ->
          new Policy(
              rounding,
              bonusInTotal,
              notApplicable,
              zeroDenominator,
              pick(key, value, RatioCap.values()),
              overall,
              ties,
              penaltyFloor,
              deadline);
      case "overall" ->
          new Policy(
              rounding,
              bonusInTotal,
              notApplicable,
              zeroDenominator,
              ratioCap,
              pick(key, value, Overall.values()),
              ties,
              penaltyFloor,
              deadline);
      case "ties" ->
          new Policy(
              rounding,
              bonusInTotal,
              notApplicable,
              zeroDenominator,
              ratioCap,
              overall,
              pick(key, value, Ties.values()),
              penaltyFloor,
              deadline);
      case "penaltyFloor" ->
          new Policy(
              rounding,
              bonusInTotal,
              notApplicable,
              zeroDenominator,
              ratioCap,
              overall,
              ties,
              pick(key, value, PenaltyFloor.values()),
              deadline);
      case "deadline" ->
          new Policy(
              rounding,
              bonusInTotal,
              notApplicable,
              zeroDenominator,
              ratioCap,
              overall,
              ties,
              penaltyFloor,
              Optional.of(instant(value)));
      default ->
          throw BadInput.at(
              "--policy",
              "policy.unknown",
              key,
              String.join(", ", DEFAULT.settings().keySet()) + ", deadline");
    };
  }

  /**
   * Every setting by name, in the order of results.json; the deadline only where the policy sets
   * one.
   */
  public Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    settings.put("rounding", rounding.text());
    settings.put("bonusInTotal", String.valueOf(bonusInTotal));
    settings.put("notApplicable", notApplicable.text());
    settings.put("zeroDenominator", zeroDenominator.text());
    settings.put("ratioCap", ratioCap.text());
    settings.put("overall", overall.text());
    settings.put("ties", ties.text());
    settings.put("penaltyFloor", penaltyFloor.text());
    deadline.ifPresent(instant -> settings.put("deadline", instant.toString()));
    return settings;
  }

  private static <S extends Setting> S pick(String key, String value, S[] values) {
    return Arrays.stream(values)
        .filter(setting -> setting.text().equals(value))
        .findFirst()
        .orElseThrow(() ->
            BadInput.at(
                "--policy",
                "policy.value",
                key,
                value,
                Arrays.stream(values).map(Setting::text).collect(Collectors.joining(", "))));
  }

  private static boolean yes(String key, String value) {
    if (!List.of("true", "false").contains(value)) {
      throw BadInput.at("--policy", "policy.value", key, value, "true, false");
    }
    return value.equals("true");
  }

  private static OffsetDateTime instant(String value) {
    try {
      return OffsetDateTime.parse(value);
    } catch (DateTimeException e) {
      throw BadInput.at("--policy", "policy.instant", value);
    }
  }
}
