package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.WorkingDays;
import thangdiem.words.Sentence;

/**
 * How far the units are heard (tiến độ giải trình): who was told, who has answered, who has how
 * long.
 *
 * @param due how many units are still to be told
 * @param tells whether they can be told now, by the reader
 * @param sets whether the reader may change the rule now
 */
public record NoticesPage(
    Round round,
    HearingRule rule,
    List<Row> rows,
    long due,
    boolean tells,
    boolean sets,
    OffsetDateTime now,
    WorkingDays days,
    Map<String, String> typed,
    Map<String, Sentence> wrong) {

  /**
   * A unit.
   *
   * @param due differences of which it is still to be told
   * @param told differences of which it was told
   * @param until when the last of what is open ends
   */
  public record Row(
      RoundUnit unit,
      int due,
      int told,
      int answered,
      int waiting,
      int decided,
      int questions,
      int questionsAnswered,
      Optional<OffsetDateTime> toldAt,
      Optional<OffsetDateTime> until) {

    /** Whether there is anything to say about it. */
    public boolean isConcerned() {
      return due + told + questions > 0;
    }
  }

  /** How many working days are left until then, as the term was given. */
  public long daysLeft(OffsetDateTime until) {
    return days.left(now, until);
  }

  public List<Row> concerned() {
    return rows.stream().filter(Row::isConcerned).toList();
  }

  /** The units that were not found otherwise, nor asked. */
  public List<Row> others() {
    return rows.stream().filter(row -> !row.isConcerned()).toList();
  }

  public int told() {
    return (int) rows.stream().filter(row -> row.told() > 0).count();
  }

  /** The units that have answered everything of which they were told. */
  public int answered() {
    return (int)
        rows.stream().filter(row -> row.told() > 0 && row.answered() == row.told()).count();
  }
}
