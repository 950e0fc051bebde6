package thangdiem.report;

import java.util.List;
import thangdiem.criteria.Grade;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Points;
import thangdiem.words.Sentence;

/**
 * A unit among the first of its group (đơn vị trong diện xét), with why it is proposed or is not.
 *
 * @param of how many units its group ranks
 * @param bars what speaks against it; empty: it is proposed
 */
public record Candidate(
    String code,
    String name,
    OrgUnitGroup group,
    int rank,
    int of,
    Points total,
    Grade grade,
    List<Sentence> bars) {

  public boolean proposed() {
    return bars.isEmpty();
  }
}
