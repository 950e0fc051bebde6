package thangdiem.deduction;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;

/** The end of a deduction as it is typed (biểu mẫu kết luận). */
record EndingForm(String ground, String words, String document, String documentOn) {

  private static final int LONGEST_DOCUMENT = 100;

  private Optional<Ground> chosen(List<Ground> grounds) {
    return grounds.stream().filter(one -> one.name().equals(ground)).findFirst();
  }

  /** Everything wrong at once, by field. */
  Map<String, Sentence> mistakes(List<Ground> grounds, boolean underDocument, LocalDate today) {
    var wrong = new LinkedHashMap<String, Sentence>();
    if (chosen(grounds).isEmpty()) {
      wrong.put("ground", Sentence.of("deduction.wrong.ground"));
    }
    TypedWords.mistake(words).ifPresent(mistake -> wrong.put("words", mistake));
    if (underDocument) {
      if (document.isBlank() || document.length() > LONGEST_DOCUMENT) {
        wrong.put("document", Sentence.of("deduction.wrong.document"));
      }
      if (TypedDay.of(documentOn).filter(day -> !day.isAfter(today)).isEmpty()) {
        wrong.put("documentOn", Sentence.of("deduction.wrong.day", documentOn));
      }
    }
    return wrong;
  }

  /** The end, once nothing of it is wrong. */
  Ending ending(List<Ground> grounds, boolean underDocument) {
    return new Ending(
        chosen(grounds).orElseThrow(),
        words.strip(),
        underDocument
            ? Optional.of(
                new Step.Document(document.strip(), TypedDay.of(documentOn).orElseThrow()))
            : Optional.empty());
  }

  /** What was typed, by field. */
  Map<String, String> typed() {
    return Map.of("ground", ground, "words", words, "document", document, "documentOn", documentOn);
  }
}
