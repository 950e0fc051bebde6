package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/**
 * The list of rounds.
 *
 * @param nudges to the reader, not yet put away
 * @param tasks of the reader
 * @param mayDraft whether this person may begin a round
 * @param prepares whether this person sees to the units and accounts that a first round needs
 * @param editions criteria sets to begin one with
 * @param form the new round as it is being typed
 * @param wrong what is wrong in it, by field
 */
public record RoundsPage(
    List<Line> lines,
    List<NudgeNote> nudges,
    List<Task> tasks,
    boolean mayDraft,
    boolean prepares,
    List<String> editions,
    OffsetDateTime now,
    Draft form,
    Map<String, Sentence> wrong) {

  /**
   * A round in the list.
   *
   * @param phase as the reader is told it
   * @param deadline once it has one
   * @param result whether it has one
   */
  public record Line(Round round, Phase phase, Optional<OffsetDateTime> deadline, boolean result) {}

  /** A round that somebody begins. */
  public record Draft(String year, String edition, boolean rehearsal) {}

  /** The year that a new round would be for. */
  static String proposedYear(OffsetDateTime now) {
    return String.valueOf(now.atZoneSameInstant(VietnamTime.ZONE).getYear());
  }
}
