/**
 * Deductions with due process (trừ điểm, Điều 6 khoản 4): proposal, notice to the unit, its
 * explanation, a decision under a document. Takes a round with what each kind takes off, and
 * verified sheets to show what one costs; gives the deductions that were decided, in the form in
 * which the engine applies them.
 */
@ApplicationModule(
    allowedDependencies = {
      "criteria",
      "scoring",
      "exchange",
      "orgunit",
      "account",
      "audit",
      "evidence",
      "round",
      "verification"
    })
@NullMarked
package thangdiem.deduction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
