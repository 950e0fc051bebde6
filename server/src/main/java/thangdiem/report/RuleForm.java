package thangdiem.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.words.Sentence;

/** A rule of commendation as it is typed (biểu mẫu tiêu chuẩn khen thưởng). */
public record RuleForm(
    String first,
    String grade,
    List<String> excluded,
    boolean noneOpen,
    String document,
    String documentOn) {

  private static final int MOST = 1_000;

  /** A rule that may be set. */
  record Rule(
      int first,
      String grade,
      List<String> excluded,
      boolean noneOpen,
      String document,
      LocalDate documentOn) {}

  /** A proposal: the first three of each group with the best grade and a clean slate. */
  static RuleForm proposed(CriteriaSet set) {
    return new RuleForm(
        "3",
        set.grades().highestFirst().getFirst().name(),
        set.deductions().stream().map(kind -> kind.kind()).toList(),
        true,
        "",
        "");
  }

  /** Everything wrong at once, by field. */
  Map<String, Sentence> mistakes(CriteriaSet set, LocalDate today) {
    var wrong = new LinkedHashMap<String, Sentence>();
    if (number().filter(one -> one >= 1 && one <= MOST).isEmpty()) {
      wrong.put("first", Sentence.of("commend.wrong.first"));
    }
    if (set.grades().highestFirst().stream().noneMatch(one -> one.name().equals(grade))) {
      wrong.put("grade", Sentence.of("commend.wrong.grade"));
    }
    if (!set.deductions().stream().map(kind -> kind.kind()).toList().containsAll(excluded)) {
      wrong.put("excluded", Sentence.of("commend.wrong.excluded"));
    }
    StepForm.documentMistakes(document, documentOn, today, wrong);
    return wrong;
  }

  private Optional<Integer> number() {
    return first.strip().matches("\\d{1,4}")
        ? Optional.of(Integer.parseInt(first.strip()))
        : Optional.empty();
  }

  /** The rule, once nothing of it is wrong. */
  Rule rule() {
    return new Rule(
        number().orElseThrow(),
        grade,
        excluded,
        noneOpen,
        document.strip(),
        StepForm.day(documentOn).orElseThrow());
  }
}
