package thangdiem.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import thangdiem.evidence.Elsewhere;
import thangdiem.evidence.Evidence;
import thangdiem.evidence.EvidenceItem;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;

/**
 * The documents of a unit (trang minh chứng của đơn vị).
 *
 * @param items the present ones, the latest first
 * @param elsewhere where the same document seems to be evidence too; empty for those whom it does
 *     not concern
 * @param about for which fact or criterion the next document is
 * @param wrong what was wrong with the last attempt, by field
 */
public record EvidencePage(
    Round round,
    RoundUnit unit,
    boolean mayChange,
    List<EvidenceItem> items,
    EvidenceLabels labels,
    List<Elsewhere> elsewhere,
    String about,
    String pages,
    Map<String, Sentence> wrong) {

  static EvidencePage of(
      EvidencePlace place,
      List<EvidenceItem> items,
      EvidenceLabels labels,
      List<Elsewhere> elsewhere,
      String about,
      String pages,
      Map<String, Sentence> wrong) {
    return new EvidencePage(
        place.round(),
        place.unit(),
        place.mayChange(),
        items.stream().filter(EvidenceItem::current).toList(),
        labels,
        elsewhere,
        about,
        pages,
        wrong);
  }

  public List<Elsewhere> elsewhere(EvidenceItem item) {
    return elsewhere.stream().filter(other -> other.sha256().equals(item.sha256())).toList();
  }

  /** Whether it came after the report. */
  public boolean isLater(EvidenceItem item) {
    return unit.submittedAt().filter(item.at()::isAfter).isPresent();
  }

  public int largestMegabytes() {
    return Evidence.LARGEST_FILE >> 20;
  }

  public long quotaMegabytes() {
    return Evidence.QUOTA >> 20;
  }

  /** How much of the quota is taken. */
  public BigDecimal usedMegabytes() {
    return megabytes(items.stream().mapToLong(EvidenceItem::size).sum());
  }

  /** Megabytes with one decimal. */
  public static BigDecimal megabytes(long bytes) {
    return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1 << 20), 1, RoundingMode.HALF_UP);
  }

  public String address() {
    return "/rounds/" + round.key() + "/assessments/" + unit.code() + "/evidence";
  }
}
