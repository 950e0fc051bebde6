package thangdiem.collection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.criteria.FactDefinition;
import thangdiem.orgunit.OrgUnit;
import thangdiem.submission.GivenFact;
import thangdiem.words.VietnamTime;

/**
 * Somebody who is asked for figures (nơi được hỏi số liệu), with what they have answered.
 *
 * @param handedInAt when the sheet was handed in last
 * @param remindedAt when the unit above reminded them last
 * @param answers by fact
 */
public record Asked(
    UUID unit,
    String code,
    String name,
    OrgUnit.Kind kind,
    Optional<OffsetDateTime> handedInAt,
    Optional<OffsetDateTime> remindedAt,
    Map<String, GivenFact> answers) {

  GivenFact given(FactDefinition fact) {
    return answers.getOrDefault(fact.id(), GivenFact.NONE);
  }

  /** How many of these facts they have answered. */
  int answered(Collection<FactDefinition> facts) {
    return (int) facts.stream().filter(fact -> given(fact).value().isPresent()).count();
  }

  /** Whether everything asked is answered and handed in. */
  boolean isDone(Collection<FactDefinition> facts) {
    return handedInAt.isPresent() && answered(facts) == facts.size();
  }

  /** Whether the last day has passed without everything, or passed before it came. */
  boolean isLate(Collection<FactDefinition> facts, LocalDate due, OffsetDateTime now) {
    var until = isDone(facts) ? handedInAt.get() : now;
    return until.atZoneSameInstant(VietnamTime.ZONE).toLocalDate().isAfter(due);
  }
}
