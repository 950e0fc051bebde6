package thangdiem.verification;

import java.util.List;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.round.RoundUnit;

/**
 * Something that a verifier looks at (việc thẩm định): a criterion of a unit, or its claim that
 * something does not apply.
 *
 * @param code of the criterion, or of what is claimed not to apply
 * @param section in which it stands
 * @param place of whoever looks at it: first or second verifier
 * @param claimed the points at stake
 * @param verified as they stand; hidden from a second verifier who has found nothing yet
 * @param doubts the weightiest first
 */
public record QueueItem(
    RoundUnit unit,
    String code,
    String name,
    String section,
    int place,
    Points claimed,
    Points verified,
    List<Doubt> doubts,
    State state) {

  /** How far it is, in the marks that every page uses. */
  public enum State {
    DISPUTED("EXPLAIN"),
    HEARD("EXPLAIN"),
    REOPENED("WARN"),
    PENDING("ANSWERED"),
    ASKED("EXPLAIN"),
    EQUAL("EQUAL"),
    DIFFERENT("DIFF"),
    APPROVED("NA"),
    REFUSED("DIFF");

    private final String mark;

    State(String mark) {
      this.mark = mark;
    }

    /** The name of the mark that pages show it with. */
    public String mark() {
      return mark;
    }

    /** Whether somebody still has to decide. */
    public boolean isOpen() {
      return this == DISPUTED || this == HEARD || this == REOPENED || this == PENDING;
    }
  }

  /** How much the doubts weigh. */
  int risk() {
    return doubts.stream().mapToInt(doubt -> doubt.signal().weight()).sum();
  }

  /** By what the queue is ordered: risk times points at stake, each never quite nothing. */
  Rational urgency() {
    return claimed.value().plus(Rational.ONE).times(Rational.of(1 + risk()));
  }

  /** Where it is looked at. */
  public String path(String round) {
    return "/rounds/" + round + "/verification/" + unit.code() + "/" + code;
  }
}
