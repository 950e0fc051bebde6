package thangdiem.concern;

import java.util.Optional;
import thangdiem.site.Followed;
import thangdiem.site.Outside;
import thangdiem.words.VietnamTime;

/**
 * How far a report is (trang theo dõi).
 *
 * @param none whether what was typed is no number of a report
 */
public record FollowPage(
    Outside outside, String here, String number, boolean none, Optional<Followed> found) {

  public String since() {
    return found.map(one -> VietnamTime.show(one.since())).orElse("");
  }
}
