/**
 * Wrong facts that readers of a published result report (báo số liệu sai, Đ4): sent without an
 * account, taken up and concluded by people who do not belong to the unit.
 */
@ApplicationModule(
    allowedDependencies = {"criteria", "scoring", "exchange", "account", "audit", "round", "site"})
@NullMarked
package thangdiem.concern;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
