package thangdiem.site;

import thangdiem.ranking.Standing;

/**
 * How a unit's place in its group moved since the year before (thay đổi thứ hạng).
 *
 * @param known false where it was not ranked then, or is not now
 * @param places upwards is positive
 */
public record Change(boolean known, int places) {

  static final Change NONE = new Change(false, 0);

  static Change between(Standing before, Standing now) {
    return before.overall().exists() && now.overall().exists()
        ? new Change(true, before.overall().inGroup() - now.overall().inGroup())
        : NONE;
  }

  public boolean up() {
    return places > 0;
  }

  public boolean down() {
    return places < 0;
  }

  public int size() {
    return Math.abs(places);
  }
}
