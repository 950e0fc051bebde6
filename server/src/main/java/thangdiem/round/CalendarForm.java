package thangdiem.round;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/**
 * The instants of a round as somebody typed them (lịch đang nhập).
 *
 * @param typed what stands in each field
 * @param calendar what of it is an instant
 * @param wrong what is none
 */
record CalendarForm(
    Map<Milestone, String> typed, RoundCalendar calendar, Map<Milestone, Sentence> wrong) {

  static CalendarForm of(Map<String, String> fields) {
    var typed = new EnumMap<Milestone, String>(Milestone.class);
    var instants = new EnumMap<Milestone, OffsetDateTime>(Milestone.class);
    var wrong = new EnumMap<Milestone, Sentence>(Milestone.class);
    for (var milestone : Milestone.values()) {
      var text = fields.getOrDefault(milestone.name(), "").strip();
      typed.put(milestone, text);
      if (!text.isEmpty()) {
        VietnamTime.read(text)
            .ifPresentOrElse(
                at -> instants.put(milestone, at),
                () -> wrong.put(milestone, Sentence.of("calendar.form", text)));
      }
    }
    return new CalendarForm(typed, new RoundCalendar(instants), wrong);
  }

  static CalendarForm of(RoundCalendar calendar) {
    var typed = new EnumMap<Milestone, String>(Milestone.class);
    calendar.instants().forEach((milestone, at) -> typed.put(milestone, VietnamTime.show(at)));
    return new CalendarForm(typed, calendar, Map.of());
  }

  /** Everything wrong at once: what is no instant, and what does not fit together. */
  Map<Milestone, Sentence> mistakes() {
    var all = new EnumMap<Milestone, Sentence>(Milestone.class);
    all.putAll(calendar.contradictions());
    all.putAll(wrong);
    return all;
  }

  /** What is worth knowing of each day: a holiday and the next day worked, or the day it ends. */
  Map<Milestone, Sentence> notes(WorkingDays days) {
    var notes = new EnumMap<Milestone, Sentence>(Milestone.class);
    calendar
        .instants()
        .forEach((milestone, at) ->
            note(milestone, at, days).ifPresent(note -> notes.put(milestone, note)));
    return notes;
  }

  private static Optional<Sentence> note(Milestone milestone, OffsetDateTime at, WorkingDays days) {
    var day = milestone.ends() ? RoundCalendar.lastDay(at) : dayOf(at);
    if (!days.isWorked(day)) {
      var next = days.onOrAfter(day);
      return Optional.of(
          days.holiday(day)
              .map(holiday -> Sentence.of("calendar.holiday", day, holiday, next))
              .orElseGet(() -> Sentence.of("calendar.weekend", day, next)));
    }
    return milestone.ends()
        ? Optional.of(Sentence.of("calendar.thatIs", RoundCalendar.until(at)))
        : Optional.empty();
  }

  private static LocalDate dayOf(OffsetDateTime at) {
    return at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
  }
}
