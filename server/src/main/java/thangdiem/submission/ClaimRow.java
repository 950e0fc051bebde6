package thangdiem.submission;

import java.util.Optional;
import java.util.stream.Stream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Criterion;
import thangdiem.criteria.CriterionGroup;
import thangdiem.criteria.Points;
import thangdiem.words.Words;

/**
 * Something that a file says does not apply, or no longer says so (đề nghị không áp dụng trong
 * tệp).
 *
 * @param code of the criterion, group or section
 * @param now the claim that stands; absent where the file adds one
 * @param stated the reason that the file gives, "" where it gives none; absent where the file no
 *     longer claims it
 * @param effect what taking this row alone does to the total
 */
public record ClaimRow(
    String code, String name, Optional<Notes.Claim> now, Optional<String> stated, Points effect) {

  /** What a criterion, group or section is called. */
  static String name(CriteriaSet set, String code) {
    return set.sections().stream()
        .flatMap(section ->
            section.code().equals(code)
                ? Stream.of(section.name())
                : section.criteria().stream().flatMap(one -> name(one, code)))
        .findFirst()
        .orElse("");
  }

  private static Stream<String> name(Criterion criterion, String code) {
    if (criterion.code().equals(code)) {
      return Stream.of(criterion.name());
    }
    return criterion instanceof CriterionGroup group
        ? group.criteria().stream().flatMap(child -> name(child, code))
        : Stream.empty();
  }

  /** Whether the file claims what is not claimed yet. */
  public boolean adds() {
    return now.isEmpty();
  }

  /** Whether the file gives up the claim. */
  public boolean drops() {
    return stated.isEmpty();
  }

  /** By which its words are found. */
  public String key() {
    return adds() ? "adds" : drops() ? "drops" : "rewords";
  }

  public String shownEffect(Words words) {
    return ImportRow.shown(effect, words);
  }
}
