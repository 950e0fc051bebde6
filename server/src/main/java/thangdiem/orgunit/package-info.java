/**
 * The units of the province (đơn vị) as a tree with dates: added, renamed, merged, ended, never
 * deleted. Takes the criteria set's list and people's changes; gives units to everything that
 * happens to them.
 */
@ApplicationModule(allowedDependencies = {"criteria", "exchange", "audit", "search"})
@NullMarked
package thangdiem.orgunit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
