package thangdiem.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import thangdiem.evidence.Elsewhere;
import thangdiem.evidence.EvidenceItem;
import thangdiem.evidence.Inspection;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;

/**
 * One document (trang một minh chứng): what it says of itself, what it proves, its versions.
 *
 * @param older the versions before it, the latest first
 * @param inspection absent while nobody has looked into it
 * @param asked the page that one wants to see; 0: the first that proves something
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
    Optional<Inspection> inspection,
    int asked,
    EvidenceLabels labels,
    List<Elsewhere> elsewhere,
    EvidenceForm form,
    String about,
    String pages,
    Map<String, Sentence> wrong) {

  public String list() {
    return "/rounds/" + round.key() + "/assessments/" + unit.code() + "/evidence";
  }

  /** The page to be shown. */
  public int page() {
    int pages = inspection.map(Inspection::pages).orElse(0);
    int wanted = asked == 0 ? citedPages().stream().findFirst().orElse(1) : asked;
    return Math.max(1, Math.min(wanted, Math.max(1, pages)));
  }

  /** The pages that prove something, each once, in their order. */
  public SortedSet<Integer> citedPages() {
    var cited = new TreeSet<Integer>();
    for (var citation : item.citations()) {
      for (var part : citation.pages().split(", ")) {
        if (!part.isEmpty()) {
          cited.add(Integer.parseInt(part.split("–")[0]));
        }
      }
    }
    return cited;
  }
}
