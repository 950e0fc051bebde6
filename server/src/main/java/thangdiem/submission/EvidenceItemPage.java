package thangdiem.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.evidence.Elsewhere;
import thangdiem.evidence.EvidenceItem;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;

/**
 * One document (trang một minh chứng): what it says of itself, what it proves, its versions.
 *
 * @param older the versions before it, the latest first
 * @param about what was chosen for the next citation
 * @param wrong by field
 */
public record EvidenceItemPage(
    Round round,
    RoundUnit unit,
    boolean mayChange,
    EvidenceItem item,
    List<EvidenceItem> older,
    Optional<EvidenceItem> newer,
    EvidenceLabels labels,
    List<Elsewhere> elsewhere,
    EvidenceForm form,
    String about,
    String pages,
    Map<String, Sentence> wrong) {

  public String list() {
    return "/rounds/" + round.key() + "/assessments/" + unit.code() + "/evidence";
  }
}
