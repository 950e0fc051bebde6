package thangdiem.council;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What a vote came to (kết quả biểu quyết).
 *
 * @param eligible how many members may vote about the unit
 * @param present how many of them were there
 * @param needed how many had to be
 */
public record Conclusion(
    UUID motion,
    boolean carried,
    int votesFor,
    int votesAgainst,
    int votesAbstained,
    int eligible,
    int present,
    int needed,
    Change change,
    OffsetDateTime at) {

  /**
   * What it did to the unit (tác động): points of the criterion, total, grade, rank in its group.
   */
  public record Change(
      String pointsBefore,
      String pointsAfter,
      String totalBefore,
      String totalAfter,
      String gradeBefore,
      String gradeAfter,
      int rankBefore,
      int rankAfter) {

    /** Of a vote that is about no unit, or changes none. */
    static final Change NONE = new Change("", "", "", "", "", "", 0, 0);
  }
}
