package thangdiem.publication;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/** Number and date of the decision as they are typed, and from when it may be seen. */
public record DecreeForm(String number, String on, String visibleFrom) {

  static final DecreeForm EMPTY = new DecreeForm("", "", "");
  private static final int LONGEST = 100;

  private Optional<LocalDate> day() {
    return on.contains(":")
        ? Optional.empty()
        : VietnamTime.read(on).map(at -> at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate());
  }

  /** Everything wrong at once, by field. */
  Map<String, Sentence> mistakes(OffsetDateTime now) {
    var wrong = new LinkedHashMap<String, Sentence>();
    var today = now.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    if (number.isBlank() || number.length() > LONGEST) {
      wrong.put("number", Sentence.of("publish.wrong.number"));
    }
    if (day().filter(day -> !day.isAfter(today)).isEmpty()) {
      wrong.put("on", Sentence.of("publish.wrong.on", on));
    }
    if (!visibleFrom.isBlank()
        && VietnamTime.read(visibleFrom).filter(at -> at.isAfter(now)).isEmpty()) {
      wrong.put("visibleFrom", Sentence.of("publish.wrong.visibleFrom", visibleFrom));
    }
    return wrong;
  }

  /** What was typed; nothing about when it may be seen means at once. */
  Decree decree(OffsetDateTime now) {
    return new Decree(
        number.strip(),
        day().orElseThrow(),
        VietnamTime.read(visibleFrom)
            .orElse(now.atZoneSameInstant(VietnamTime.ZONE).toOffsetDateTime().withNano(0)));
  }
}
