package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;

/**
 * What everybody may know of a round: its rules, its days, who was given more time; and of their
 * own units, how they stand and what they were told.
 */
public record OverviewPage(
    Round round,
    CriteriaSet criteria,
    RoundCalendar calendar,
    Map<String, Optional<Points>> deductions,
    List<Extension> extensions,
    int units,
    OffsetDateTime now,
    List<Own> own,
    List<NudgeNote> nudges,
    List<Task> tasks,
    boolean result) {

  /** A unit that the reader answers for, with its own time. */
  public record Own(
      RoundUnit unit,
      SubmissionWindow window,
      int answered,
      int facts,
      SubmissionWindow.Standing standing) {

    public int percent() {
      return facts == 0 ? 100 : answered * 100 / facts;
    }

    /** Whether its report was late when it was sent. */
    public boolean sentLate() {
      return unit.submittedAt().map(window::isLate).orElse(false);
    }
  }

  /** The days left for the reader: their own unit's, or the round's. */
  public OffsetDateTime lateFrom() {
    return own.size() == 1 ? own.getFirst().window().lateFrom() : calendar.deadline();
  }
}
