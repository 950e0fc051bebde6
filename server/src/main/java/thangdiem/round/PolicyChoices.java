package thangdiem.round;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The switches of the policy that a round may set, with their values (lựa chọn chính sách). */
final class PolicyChoices {

  static final Map<String, List<String>> VALUES = values();

  private PolicyChoices() {}

  private static Map<String, List<String>> values() {
    var values = new LinkedHashMap<String, List<String>>();
    values.put("rounding", List.of("criterion-2", "none"));
    values.put("bonusInTotal", List.of("true", "false"));
    values.put("notApplicable", List.of("zero", "rescale-section", "full"));
    values.put("zeroDenominator", List.of("zero", "not-applicable"));
    values.put("ratioCap", List.of("1", "none"));
    values.put("overall", List.of("total", "mean-of-section-percentages"));
    return values;
  }
}
