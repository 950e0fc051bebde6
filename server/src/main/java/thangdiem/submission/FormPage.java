package thangdiem.submission;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Gate;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;
import thangdiem.exchange.TypedFact;
import thangdiem.round.RoundCalendar;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Reason;
import thangdiem.scoring.ScoreLine;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/**
 * One section of the form (bảng tự chấm theo nội dung): what is entered there, what it comes to,
 * and where the whole sheet stands.
 *
 * @param sections all of them, for finding one's way
 * @param lastYear whether there are values of the year before to stand beside
 */
public record FormPage(
    Assessment assessment,
    List<RailItem> sections,
    Section section,
    List<Theme> themes,
    List<Criterion> criteria,
    List<Offer> offers,
    Tally tally,
    Todo todo,
    boolean lastYear,
    Way way) {

  static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM HH:mm");

  /** When an answer was saved: the hour where that was today. */
  public String saved(OffsetDateTime at) {
    var there = at.atZoneSameInstant(VietnamTime.ZONE);
    var today = assessment.now().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
    return (there.toLocalDate().equals(today) ? CLOCK : DAY).format(there);
  }

  /** Whole days until its report is late; negative once it is. */
  public long daysLeft() {
    return assessment.now().isBefore(assessment.window().lateFrom())
        ? RoundCalendar.daysLeft(assessment.now(), assessment.window().lateFrom())
        : -1;
  }

  public RailItem current() {
    return sections.stream().filter(RailItem::current).findFirst().orElseThrow();
  }

  /** A section on the rail, with how far it is. */
  public record RailItem(
      Section section,
      int answered,
      int asked,
      Points points,
      Points max,
      Optional<String> assignee,
      boolean mine,
      boolean current) {

    public int percent() {
      return asked == 0 ? 100 : answered * 100 / asked;
    }

    public boolean done() {
      return answered == asked;
    }
  }

  /** Facts under one heading. */
  public record Theme(String name, List<Entry> entries) {}

  /**
   * A fact as it is entered.
   *
   * @param shown what stands in the entry
   * @param lastYear last year's value, as it is read; empty where there was none
   * @param feeds the criteria that use it
   * @param gates the gates that read it
   * @param asked what has to be asked about what was just typed
   * @param conflict what somebody else has given meanwhile
   */
  public record Entry(
      FactDefinition fact,
      String shown,
      String lastYear,
      int version,
      Optional<OffsetDateTime> at,
      Optional<String> by,
      List<Feed> feeds,
      List<Gate> gates,
      List<Sentence> doubts,
      boolean needed,
      int comments,
      int evidence,
      Optional<Sentence> asked,
      Optional<Other> conflict) {

    public boolean answered() {
      return at.isPresent();
    }

    /** Whether that is what stands in the entry. */
    public boolean says(boolean yes) {
      return shown.equals(TypedFact.shown(fact, new Fact.YesNo(yes)));
    }
  }

  /** A criterion that a fact feeds, and whether it is shown on the same page. */
  public record Feed(String code, String section) {}

  /** The answer of somebody else. */
  public record Other(String shown, int version, OffsetDateTime at, String by) {}

  /**
   * A criterion with its points.
   *
   * @param elsewhere facts that are entered in another section
   * @param claim why it is said not to apply; absent where it applies
   */
  public record Criterion(
      ScoreLine line,
      Reason reason,
      boolean unanswered,
      boolean over,
      List<Feed> elsewhere,
      Optional<Notes.Claim> claim) {}

  /** Criteria that units of this kind may have nothing of, to be claimed in one step. */
  public record Offer(String name, List<String> codes) {}

  /** The foot of the page: where the whole sheet stands. */
  public record Tally(
      Points total,
      Points scale,
      String grade,
      int gradeOrder,
      Optional<Sentence> next,
      int missing,
      Points could,
      List<Mark> marks,
      Points most) {

    /** The floor of a grade on the ruler. */
    public record Mark(String grade, Points floor) {}

    /** How far along the ruler some points stand, in hundredths of a percent of it. */
    public String along(Points points) {
      return points
          .value()
          .times(thangdiem.criteria.Rational.of(100))
          .dividedBy(most.value())
          .min(thangdiem.criteria.Rational.of(100))
          .toDecimal(2)
          .toPlainString();
    }
  }

  /** What is left to do in this section. */
  public record Todo(
      Optional<String> firstMissing, int missing, Optional<String> firstDoubt, int doubts) {}

  /** Where the sheet is on its way to being sent. */
  public record Way(
      Optional<Notes.Handover> handover, Optional<Notes.Sent> sent, boolean mayHandOver) {}
}
