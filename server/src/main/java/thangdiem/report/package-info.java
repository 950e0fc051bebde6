/**
 * What leaders see and what follows from a result (báo cáo, khen thưởng): the chairman's one
 * glance, and the proposal of whom to commend with its proof. Takes the council's sheets,
 * deductions and the standings; changes nothing of them.
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
      "verification",
      "council",
      "deduction"
    })
@NullMarked
package thangdiem.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
