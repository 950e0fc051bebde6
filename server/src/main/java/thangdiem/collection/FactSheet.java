package thangdiem.collection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.audit.Subject;
import thangdiem.criteria.FactDefinition;
import thangdiem.round.Round;
import thangdiem.submission.GivenFact;
import thangdiem.words.VietnamTime;

/**
 * The short sheet of one who is asked (phiếu số liệu của xã, của đơn vị trực thuộc).
 *
 * @param unit who asks
 * @param asked who is asked
 * @param isOpen whether the round takes answers and the unit above has sent no report
 * @param reader the account that is looking
 * @param facts in the order of the criteria set
 */
public record FactSheet(
    Round round,
    Party unit,
    Party asked,
    boolean isOpen,
    LocalDate due,
    String note,
    Optional<OffsetDateTime> handedInAt,
    Optional<OffsetDateTime> remindedAt,
    UUID reader,
    OffsetDateTime now,
    List<FactDefinition> facts,
    Map<String, GivenFact> answers) {

  /** A unit, as it is named. */
  public record Party(UUID id, String code, String name) {}

  /** Where its pages stand. */
  public String path() {
    return FactCollection.path(round.key(), unit.code()) + "/sheets/" + asked.code();
  }

  /** What an act on it is about: whoever is asked. */
  Subject subject() {
    return Subject.round(round.id()).of(asked.id());
  }

  public GivenFact given(FactDefinition fact) {
    return answers.getOrDefault(fact.id(), GivenFact.NONE);
  }

  public List<FactDefinition> missing() {
    return facts.stream().filter(fact -> given(fact).value().isEmpty()).toList();
  }

  public boolean isDone() {
    return handedInAt.isPresent() && missing().isEmpty();
  }

  /** Whether its last day has passed. */
  public boolean isPast() {
    return now.atZoneSameInstant(VietnamTime.ZONE).toLocalDate().isAfter(due);
  }
}
