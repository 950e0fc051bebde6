package thangdiem.orgunit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is typed to end units (phiếu chấm dứt, sáp nhập).
 *
 * @param day the first on which they are no more
 * @param withBelow whether everything below ends too
 * @param predecessors codes or names of those who are merged; empty where one ends alone
 */
public record UnitEnding(
    String day, String document, boolean withBelow, String version, List<String> predecessors) {

  static final UnitEnding EMPTY = new UnitEnding("", "", false, "", List.of());

  static UnitEnding typed(Map<String, String> typed, List<String> predecessors) {
    return new UnitEnding(
        text(typed, "day"),
        text(typed, "document"),
        typed.containsKey("withBelow"),
        text(typed, "version"),
        predecessors.stream().map(Typed::text).filter(text -> !text.isEmpty()).distinct().toList());
  }

  private static String text(Map<String, String> typed, String field) {
    return Typed.text(Optional.ofNullable(typed.get(field)).orElse(""));
  }
}
