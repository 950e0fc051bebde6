package thangdiem.ranking;

/**
 * A rank over all units and within the unit's group, from 1; 0 is "không xếp hạng". Equal units
 * share a rank and the next ranks are skipped (1-2-2-4).
 */
public record Rank(int overall, int inGroup) {

  static final Rank NONE = new Rank(0, 0);

  public boolean exists() {
    return overall > 0;
  }
}
