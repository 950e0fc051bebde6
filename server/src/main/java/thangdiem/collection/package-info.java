/**
 * A unit collects figures of what is below it (thu số liệu cấp dưới, Điều 10): short fact sheets
 * that communes and sub-units fill in, added up. Takes a unit's self-assessment and the tree of
 * units; gives values, which the unit takes over into its own facts.
 */
@ApplicationModule(
    allowedDependencies = {
      "criteria",
      "scoring",
      "exchange",
      "orgunit",
      "account",
      "audit",
      "round",
      "submission"
    })
@NullMarked
package thangdiem.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
