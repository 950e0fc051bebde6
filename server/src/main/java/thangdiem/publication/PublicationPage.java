package thangdiem.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.council.Adoption;
import thangdiem.criteria.Grade;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.round.Round;
import thangdiem.words.Sentence;

/**
 * The page on which a result is published (trang công bố kết quả).
 *
 * @param adoption the latest version that was adopted
 * @param firsts who leads each group
 * @param close who stands within a point of a grade's floor, or shares a rank (Đ7.2)
 * @param versions what was published, the latest first
 * @param publishes whether the reader may
 */
public record PublicationPage(
    Round round,
    Adoption adoption,
    List<First> firsts,
    List<Close> close,
    List<PublishedVersion> versions,
    boolean publishes,
    DecreeForm form,
    Map<String, Sentence> wrong) {

  /** The first of a group. */
  public record First(OrgUnitGroup group, int units, String name, Points total, Grade grade) {}

  /** A unit whose place hangs on little. */
  public record Close(String name, Points total, Grade grade, int rank, Sentence why) {}

  public boolean waits() {
    return versions.isEmpty() || versions.getFirst().version() < adoption.version();
  }

  /** The version that is to be published, or was published last. */
  public Optional<PublishedVersion> latest() {
    return versions.stream().findFirst();
  }

  public String wrong(String field, java.util.function.Function<Sentence, String> say) {
    return Optional.ofNullable(wrong.get(field)).map(say).orElse("");
  }

  public String path() {
    return "/rounds/" + round.key() + "/publication";
  }
}
