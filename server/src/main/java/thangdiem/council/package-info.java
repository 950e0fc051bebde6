/**
 * The council decides (Hội đồng, Điều 8): it sits with a quorum, sees what a vote would do before
 * it votes, and adopts the result; nothing follows but a numbered correction. Takes verified
 * sheets; gives the council's column, and the adopted result under its hash.
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
      "document",
      "round",
      "search",
      "deduction",
      "submission",
      "verification"
    })
@NullMarked
package thangdiem.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
