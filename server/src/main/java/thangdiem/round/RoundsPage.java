package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.List;
import thangdiem.words.VietnamTime;

/**
 * The list of rounds.
 *
 * @param mayDraft whether this person may begin a round
 * @param editions criteria sets to begin one with
 */
public record RoundsPage(
    List<Line> lines,
    List<NudgeNote> nudges,
    boolean mayDraft,
    List<String> editions,
    OffsetDateTime now) {

  /** A round and its days. */
  public record Line(Round round, RoundCalendar calendar) {}

  /** The year that a new round would be for. */
  public int proposedYear() {
    return now.atZoneSameInstant(VietnamTime.ZONE).getYear();
  }
}
