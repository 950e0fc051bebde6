package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/**
 * More time for a unit, as somebody typed it (đề nghị gia hạn đang nhập).
 *
 * @param until "20/12/2017", the whole of that day still in time, or an instant with its minute
 */
public record ExtensionForm(String unit, String until, String reason, String document) {

  static final ExtensionForm EMPTY = new ExtensionForm("", "", "", "");
  private static final int LONGEST = 500;

  /** The first instant at which the unit would be late; absent where none was typed. */
  Optional<OffsetDateTime> instant() {
    return VietnamTime.read(until).map(at -> until.contains(":") ? at : at.plusDays(1));
  }

  /** Everything wrong, by field. */
  Map<String, Sentence> mistakes(Optional<SubmissionWindow> window) {
    var mistakes = new LinkedHashMap<String, Sentence>();
    if (window.isEmpty()) {
      mistakes.put("unit", Sentence.of("extension.unit"));
    }
    if (until.isBlank()) {
      mistakes.put("until", Sentence.of("extension.until"));
    } else if (instant().isEmpty()) {
      mistakes.put("until", Sentence.of("extension.form", until));
    } else if (window.isPresent() && !instant().get().isAfter(window.get().lateFrom())) {
      mistakes.put(
          "until", Sentence.of("extension.notLater", RoundCalendar.until(window.get().lateFrom())));
    }
    text("reason", reason).ifPresent(wrong -> mistakes.put("reason", wrong));
    text("document", document).ifPresent(wrong -> mistakes.put("document", wrong));
    return mistakes;
  }

  private static Optional<Sentence> text(String field, String typed) {
    if (typed.isBlank()) {
      return Optional.of(Sentence.of("extension." + field));
    }
    return typed.length() > LONGEST
        ? Optional.of(Sentence.of("extension.long", LONGEST))
        : Optional.empty();
  }
}
