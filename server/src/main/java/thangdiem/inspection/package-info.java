/**
 * Inspection on the spot (kiểm tra trực tiếp, Đ6.3): whom to inspect, proposed out of stated
 * signals and a recorded seed and decided by people; the visit, noted on a phone without network;
 * the minutes. Takes the reports of a round; gives what was measured.
 */
@ApplicationModule(
    allowedDependencies = {
      "criteria",
      "scoring",
      "exchange",
      "audit",
      "document",
      "orgunit",
      "round",
      "submission",
      "verification"
    })
@NullMarked
package thangdiem.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
