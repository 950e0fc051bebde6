package thangdiem.scoring;

import java.util.List;

/**
 * Why a criterion earned what it earned (giải thích điểm), in Vietnamese: with it an official can
 * redo the sum by hand.
 *
 * @param facts the facts used, each as "label: value unit"
 * @param rule the rule in words, with the lines that the decision prints
 * @param arithmetic the sum itself, naming the tier or option met
 * @param basis the line of the decision
 */
public record Reason(List<String> facts, String rule, String arithmetic, String basis) {

  /** The arithmetic and its basis in one line: {@code because} of results.json. */
  public String sentence() {
    return arithmetic + " (" + basis + ")";
  }
}
