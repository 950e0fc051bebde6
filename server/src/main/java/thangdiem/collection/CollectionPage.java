package thangdiem.collection;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.FactDefinition;
import thangdiem.submission.Assessment;

/**
 * The district's page of its collection (bảng tổng hợp): who is missing, what has come in, what it
 * comes to.
 *
 * @param rows whoever is missing first
 */
public record CollectionPage(
    Assessment assessment,
    FactCollection collection,
    List<Row> rows,
    List<Sum> sums,
    List<Correction> corrections,
    boolean late) {

  public String path() {
    return FactCollection.path(assessment);
  }

  public long missing() {
    return rows.stream().filter(row -> row.state() != State.DONE).count();
  }

  /** Whether the unit itself states something else than what was collected, somewhere. */
  public long differing() {
    return sums.stream().filter(sum -> !sum.same() && !sum.rolledUp().value().isEmpty()).count();
  }

  /** How far somebody is. */
  public enum State {
    NOT_BEGUN,
    BEGUN,
    ANSWERED,
    DONE
  }

  /**
   * Somebody who is asked.
   *
   * @param own whether it is the unit's own part
   * @param values as they are read, in the order of the facts; empty where one is missing
   */
  public record Row(
      Asked asked, boolean own, State state, int answered, boolean late, List<String> values) {

    public Optional<OffsetDateTime> remindedAt() {
      return asked.remindedAt();
    }
  }

  /**
   * A fact with what it comes to.
   *
   * @param own as the unit itself states it now; empty where it does not
   * @param version of the unit's own answer
   * @param difference what was collected less what is stated; absent where there is nothing to say
   */
  public record Sum(
      RolledUp rolledUp, String own, int version, boolean same, Optional<String> difference) {

    public FactDefinition fact() {
      return rolledUp.fact();
    }
  }
}
