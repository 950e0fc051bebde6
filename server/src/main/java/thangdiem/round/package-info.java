/**
 * The round (đợt đánh giá): which criteria, policy, units, days and deductions hold, in which phase
 * it is, and who has begun. Takes a criteria set and units; gives the frozen rules of the year to
 * everything that judges by them.
 */
@ApplicationModule(
    allowedDependencies = {
      "criteria",
      "scoring",
      "ranking",
      "exchange",
      "orgunit",
      "account",
      "audit",
      "mail",
      "search"
    })
@NullMarked
package thangdiem.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
