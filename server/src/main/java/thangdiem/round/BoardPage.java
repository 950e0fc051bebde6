package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.words.Sentence;

/**
 * The organiser's board, as the page prints it.
 *
 * @param open units that have not sent their report, the most endangered first
 * @param sent those that have
 * @param signedIn units of which somebody has signed in since the round opened
 * @param unsent nudges that no mail server has taken over
 * @param mailServer whether letters can leave at all
 */
public record BoardPage(
    Round round,
    OffsetDateTime now,
    RoundCalendar calendar,
    List<SectionHead> sections,
    List<OrgUnitGroup> groups,
    List<Row> open,
    List<Sent> sent,
    int units,
    int signedIn,
    Pace pace,
    Course course,
    List<Extension> extensions,
    List<ExtensionProposal> proposals,
    List<UnsentLetter> unsent,
    boolean mailServer) {

  /** A section as a column. */
  public record SectionHead(String code, String name, String shortName) {}

  /** A unit that has sent its report. */
  public record Sent(RoundUnit unit, OffsetDateTime at, boolean late) {}

  /** How far a unit is in a section. */
  public record Progress(String section, int facts, int of) {

    /** Whole percents, for a bar. */
    public int percent() {
      return of == 0 ? 100 : facts * 100 / of;
    }
  }

  /**
   * A unit that has not sent its report.
   *
   * @param why the sentence that explains the state
   * @param signedIn when one of its people last signed in since the round opened
   * @param toNudge who is nudged: who fills in the form, and the head where only sending is missing
   */
  public record Row(
      RoundUnit unit,
      List<FocalPoint> people,
      SubmissionWindow window,
      UnitState state,
      Sentence what,
      Sentence why,
      Optional<OffsetDateTime> signedIn,
      List<Progress> progress,
      Optional<OffsetDateTime> last,
      Optional<OffsetDateTime> nudged,
      boolean nudgedToday,
      List<FocalPoint> toNudge) {

    int answered() {
      return progress.stream().mapToInt(Progress::facts).sum();
    }

    /** Facts without an answer. */
    public int left() {
      return progress.stream().mapToInt(section -> section.of() - section.facts()).sum();
    }
  }

  /** Units of that state. */
  public long count(UnitState state) {
    return open.stream().filter(row -> row.state() == state).count();
  }

  /** Units that will be late unless something happens. */
  public long endangered() {
    return open.stream().filter(row -> row.state().endangered()).count();
  }

  /** Units whose people were not nudged today. */
  public long unitsToNudge() {
    return open.stream().filter(row -> !row.nudgedToday() && !row.toNudge().isEmpty()).count();
  }

  public long daysLeft() {
    return RoundCalendar.daysLeft(now, calendar.deadline());
  }

  /** The rows of a group, or all. */
  public List<Row> open(Optional<String> group) {
    return open.stream().filter(row -> group.map(row.unit().group()::equals).orElse(true)).toList();
  }
}
