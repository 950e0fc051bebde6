package thangdiem.submission;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thangdiem.evidence.Description;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/** What a document says of itself, as somebody typed it (thông tin văn bản đang nhập). */
public record EvidenceForm(String number, String issuer, String issuedOn, String subject) {

  private static final int LONGEST = 500;

  static EvidenceForm of(Description description) {
    return new EvidenceForm(
        description.number(),
        description.issuer(),
        description.issuedOn().map(Words::date).orElse(""),
        description.subject());
  }

  private Optional<LocalDate> day() {
    return VietnamTime.read(issuedOn)
        .map(at -> at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate())
        .filter(day -> day.getYear() >= 1945 && day.getYear() <= 2200);
  }

  Description description() {
    return new Description(number.strip(), issuer.strip(), day(), subject.strip());
  }

  /** What is wrong with the reason for which a document is kept from the public. */
  static Optional<Sentence> mistakeInReason(String because) {
    return because.isBlank()
        ? Optional.of(Sentence.of("evidence.confidential.noReason"))
        : Optional.of(Sentence.of("evidence.long", LONGEST))
            .filter(_ -> because.strip().length() > LONGEST);
  }

  /** Everything wrong, by field. */
  Map<String, Sentence> mistakes() {
    var mistakes = new LinkedHashMap<String, Sentence>();
    if (!issuedOn.isBlank() && day().isEmpty()) {
      mistakes.put("issuedOn", Sentence.of("evidence.wrongDay"));
    }
    Map.of("number", number, "issuer", issuer, "subject", subject)
        .forEach((field, typed) -> {
          if (typed.length() > LONGEST) {
            mistakes.put(field, Sentence.of("evidence.long", LONGEST));
          }
        });
    return mistakes;
  }
}
