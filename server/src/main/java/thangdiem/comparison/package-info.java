/**
 * A unit's right to compare (quyền đối chiếu, Đ4): its three columns side by side, what set it
 * apart from its group, and what would bring it on, out of what was published and from nothing
 * else.
 */
@ApplicationModule(
    allowedDependencies = {"criteria", "scoring", "ranking", "exchange", "audit", "round", "site"})
@NullMarked
package thangdiem.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
