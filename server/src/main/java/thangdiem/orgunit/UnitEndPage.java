package thangdiem.orgunit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * The form that ends a unit, or merges others into it (trang chấm dứt, sáp nhập).
 *
 * @param below how many units that exist stand below
 * @param offered units that may be typed as merged, names by code
 */
public record UnitEndPage(
    OrgUnit unit,
    UnitEnding ending,
    Map<String, Sentence> wrong,
    int below,
    Map<String, String> offered) {

  /** Entries for units to be merged, those typed and some more. */
  public List<String> predecessors() {
    var typed = new java.util.ArrayList<>(ending.predecessors());
    while (typed.size() < LEAST_ENTRIES) {
      typed.add("");
    }
    return typed;
  }

  private static final int LEAST_ENTRIES = 6;

  /** What is wrong with a field. */
  public Optional<Sentence> wrong(String field) {
    return Optional.ofNullable(wrong.get(field));
  }
}
