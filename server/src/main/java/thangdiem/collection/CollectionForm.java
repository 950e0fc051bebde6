package thangdiem.collection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.round.RoundCalendar;
import thangdiem.submission.Assessment;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * A collection as it is typed (biểu mẫu thu số liệu).
 *
 * @param facts ids of the facts that are asked
 * @param asked codes of those who are asked
 * @param version of the collection that its giver has seen; 0 where there was none
 */
public record CollectionForm(
    List<String> facts, List<String> asked, String due, String note, int version) {

  static final int LONGEST_NOTE = 1_000;

  /** A week for adding up and asking back before the report is due. */
  private static final int DAYS_BEFORE_THE_REPORT = 7;

  /** A proposal: the figures that ratios are made of, of everybody below, a week before. */
  static CollectionForm proposed(CollectionChoices choices, Assessment assessment) {
    var due =
        RoundCalendar.lastDay(assessment.window().lateFrom()).minusDays(DAYS_BEFORE_THE_REPORT);
    var today = today(assessment);
    return new CollectionForm(
        choices.proposedFacts(),
        choices.units().stream().map(CollectionChoices.Unit::code).toList(),
        Words.date(due.isBefore(today) ? today : due),
        "",
        0);
  }

  static CollectionForm of(FactCollection collection) {
    return new CollectionForm(
        collection.facts().stream().map(fact -> fact.id()).toList(),
        collection.asked().stream().map(Asked::code).toList(),
        Words.date(collection.due()),
        collection.note(),
        collection.version());
  }

  Optional<LocalDate> day() {
    return VietnamTime.read(due).map(at -> at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate());
  }

  private static LocalDate today(Assessment assessment) {
    return assessment.now().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
  }

  /** Everything wrong at once, by field. */
  Map<String, Sentence> mistakes(CollectionChoices choices, Assessment assessment) {
    var wrong = new LinkedHashMap<String, Sentence>();
    if (facts.isEmpty() || !choices.factIds().containsAll(facts)) {
      wrong.put("fact", Sentence.of("collection.wrong.fact"));
    }
    if (asked.isEmpty() || !choices.codes().containsAll(asked)) {
      wrong.put("asked", Sentence.of("collection.wrong.asked"));
    }
    var last = RoundCalendar.lastDay(assessment.window().lateFrom());
    if (day().isEmpty()) {
      wrong.put("due", Sentence.of("collection.wrong.due", due));
    } else if (day().get().isAfter(last) && !today(assessment).isAfter(last)) {
      wrong.put("due", Sentence.of("collection.wrong.dueAfterReport", last));
    }
    if (note.length() > LONGEST_NOTE) {
      wrong.put("note", Sentence.of("collection.wrong.note", LONGEST_NOTE));
    }
    return wrong;
  }
}
