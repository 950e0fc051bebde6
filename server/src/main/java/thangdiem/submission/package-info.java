/**
 * A unit assesses itself (tự đánh giá, Điều 4 và Điều 10): the living form, what does not apply,
 * the way to the head, and the report with its receipt. Takes a round that is open; gives
 * submissions: answers frozen under their hash.
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
      "round"
    })
@NullMarked
package thangdiem.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
