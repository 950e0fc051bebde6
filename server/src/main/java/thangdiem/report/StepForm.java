package thangdiem.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** A step of the commendation as it is typed (biểu mẫu bước khen thưởng). */
public record StepForm(String words, String document, String documentOn) {

  static final StepForm EMPTY = new StepForm("", "", "");
  private static final int LONGEST_DOCUMENT = 100;
  private static final int LONGEST = 2_000;

  Optional<LocalDate> day() {
    return day(documentOn);
  }

  static Optional<LocalDate> day(String typed) {
    return typed.contains(":")
        ? Optional.empty()
        : VietnamTime.read(typed).map(at -> at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate());
  }

  /** Everything wrong at once, by field. */
  Map<String, Sentence> mistakes(CommendationStep.Kind kind, LocalDate today) {
    var wrong = new LinkedHashMap<String, Sentence>();
    if (words.length() > LONGEST) {
      wrong.put("words", Sentence.of("deduction.wrong.long", LONGEST));
    }
    if (kind.underDocument()) {
      documentMistakes(document, documentOn, today, wrong);
    }
    return wrong;
  }

  static void documentMistakes(
      String document, String documentOn, LocalDate today, Map<String, Sentence> wrong) {
    if (document.isBlank() || document.length() > LONGEST_DOCUMENT) {
      wrong.put("document", Sentence.of("deduction.wrong.document"));
    }
    if (day(documentOn).filter(day -> !day.isAfter(today)).isEmpty()) {
      wrong.put("documentOn", Sentence.of("deduction.wrong.day", documentOn));
    }
  }
}
