/**
 * The public site (trang công bố, Đ4, Đ10): pages for everybody, drawn from published bundles and
 * from nothing else. Its database role can read nothing else either.
 */
@ApplicationModule(
    allowedDependencies = {"criteria", "scoring", "ranking", "exchange", "audit", "database"})
@NullMarked
package thangdiem.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
