package thangdiem.submission;

import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.evidence.EvidenceItem;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;

/**
 * Whose evidence somebody may see (ai xem được minh chứng): that of the self-assessments that their
 * roles reach. For everybody else it does not exist.
 */
@Component
class EvidencePlaces {

  private final Rounds rounds;
  private final Assessments assessments;

  EvidencePlaces(Rounds rounds, Assessments assessments) {
    this.rounds = rounds;
    this.assessments = assessments;
  }

  EvidencePlace at(Actor actor, String key, String unit) {
    return new EvidencePlace(assessments.of(actor, key, unit));
  }

  EvidencePlace of(Actor actor, EvidenceItem item) {
    var round =
        rounds.all().stream()
            .filter(one -> one.id().equals(item.round()))
            .findFirst()
            .orElseThrow();
    var unit =
        rounds.units(round).stream()
            .filter(participant -> participant.unit().equals(item.unit()))
            .map(RoundUnit::code)
            .findFirst()
            .orElseThrow();
    return at(actor, round.key(), unit);
  }
}
