package thangdiem.exchange;

import java.io.OutputStream;
import thangdiem.criteria.Rational;
import thangdiem.ranking.Robustness;
import thangdiem.ranking.Spread;
import tools.jackson.core.JsonGenerator;

/** Robustness as JSON (độ vững của xếp hạng); what the figures mean stands in the file itself. */
public final class RobustnessJson {

  private RobustnessJson() {}

  /** Writes robustness.json; the same figures always give the same bytes. */
  public static void write(OutputStream out, Robustness robustness) {
    try (var json = Json.writer(out)) {
      json.writeStartObject();
      json.writeNumberProperty("seed", robustness.seed());
      json.writeNumberProperty("draws", robustness.draws());
      json.writeNumberProperty("policyCombinations", robustness.policies());
      json.writeObjectPropertyStart("meaning");
      json.writeStringProperty(
          "policies",
          "rounding × bonusInTotal × notApplicable × zeroDenominator × ratioCap × overall, every combination once");
      json.writeStringProperty(
          "weights",
          "each section weighed by 750 + floor(r × 501 ÷ 2^32) per mille, r the upper 32 bits of SplitMix64 from the seed, section by section, draw by draw;"
              + " Σ points × weight × scale ÷ Σ maximum × weight, half-up to 2 decimals, + bonus − deductions");
      json.writeStringProperty(
          "sections", "each section left out once as if not held, the total rescaled to the scale");
      json.writeStringProperty(
          "rank",
          "low and high: the least rank that 5 % and 95 % of the rankings reach or better; 0: not ranked");
      json.writeStringProperty(
          "criteria",
          "the criterion left out and its section rescaled: pairs of units whose order turns, mean places moved");
      json.writeEndObject();
      json.writeArrayPropertyStart("units");
      for (var unit : robustness.units()) {
        json.writeStartObject();
        json.writeStringProperty("unit", unit.unit());
        spread(json, "policies", unit.policies());
        spread(json, "weights", unit.weights());
        spread(json, "sections", unit.sections());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("criteria");
      for (var influence : robustness.criteria()) {
        json.writeStartObject();
        json.writeStringProperty("criterion", influence.code());
        json.writeNumberProperty("pairsTurned", influence.pairsTurned());
        json.writeStringProperty("meanRankShift", share(influence.meanRankShift()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void spread(JsonGenerator json, String key, Spread spread) {
    json.writeObjectPropertyStart(key);
    json.writeNumberProperty("low", spread.low());
    json.writeNumberProperty("high", spread.high());
    json.writeNumberProperty("lowInGroup", spread.lowInGroup());
    json.writeNumberProperty("highInGroup", spread.highInGroup());
    json.writeStringProperty("first", share(spread.firstShare()));
    json.writeStringProperty("firstInGroup", share(spread.firstInGroupShare()));
    json.writeObjectPropertyStart("grades");
    spread.gradeShares().forEach((grade, part) -> json.writeStringProperty(grade, share(part)));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String share(Rational value) {
    return value.toDecimal(4).toPlainString();
  }
}
