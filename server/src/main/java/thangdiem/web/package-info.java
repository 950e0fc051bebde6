/**
 * What every page needs and no module owns (khung trang): who is asking, whether they may, the
 * language, the frame around the page, the pages for errors. Nobody depends on it.
 */
@ApplicationModule(allowedDependencies = {"audit", "account", "search"})
@NullMarked
package thangdiem.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
