/**
 * Claims are checked against their evidence (thẩm định, Điều 9): work is divided, each criterion is
 * found right or corrected, and nobody judges their own. Takes reports that were sent; gives
 * verified sheets: the facts as found, with what they come to and why.
 */
@ApplicationModule(
    allowedDependencies = {
      "criteria",
      "scoring",
      "exchange",
      "orgunit",
      "account",
      "audit",
      "document",
      "evidence",
      "round",
      "search",
      "submission"
    })
@NullMarked
package thangdiem.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
