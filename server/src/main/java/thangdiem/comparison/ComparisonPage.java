package thangdiem.comparison;

import java.util.List;
import java.util.Optional;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;
import thangdiem.ranking.Standing;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.site.Firmness;
import thangdiem.words.Sentence;

/**
 * A unit's published result for the unit itself (trang đối chiếu).
 *
 * @param group the name of its group
 * @param of how many are ranked in it
 * @param interval from which to which rank other readings bring it; absent where not measured
 * @param behind where the middle of its group has more, the most first
 * @param ahead where it has more than the middle, the most first
 * @param next what would bring points most cheaply
 */
public record ComparisonPage(
    Round round,
    RoundUnit unit,
    int version,
    String group,
    int of,
    Standing claimed,
    Standing verified,
    Standing decided,
    Optional<Firmness> interval,
    List<Part> parts,
    List<Gap> behind,
    List<Gap> ahead,
    List<Next> next) {

  /** A section with its criteria. */
  public record Part(
      Section section,
      Points claimed,
      Points verified,
      Points decided,
      Points median,
      List<Row> rows) {}

  /** A criterion in its three columns beside the middle of the group. */
  public record Row(
      String code,
      String name,
      Points max,
      Points claimed,
      Points verified,
      Points decided,
      Points median,
      List<String> reasons) {

    public boolean verifiedDiffers() {
      return !claimed.equals(verified);
    }

    public boolean decidedDiffers() {
      return !verified.equals(decided);
    }
  }

  /** How far a criterion is from the middle of the group, always more than nothing. */
  public record Gap(String code, String name, Points points) {}

  /** A fact that can be improved, and what it would bring. */
  public record Next(String fact, Sentence what, Points gain) {}

  /** How many criteria stand otherwise than the unit claimed. */
  public long differences() {
    return parts.stream()
        .flatMap(part -> part.rows().stream())
        .filter(row -> row.verifiedDiffers() || row.decidedDiffers())
        .count();
  }

  public String path() {
    return "/rounds/" + round.key() + "/assessments/" + unit.code() + "/comparison";
  }
}
