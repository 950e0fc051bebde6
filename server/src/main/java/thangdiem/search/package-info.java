/**
 * Search over everything (tìm kiếm): takes what somebody typed, asks each part of the application
 * for what the reader's roles reach, and shows it on one page.
 */
@ApplicationModule(allowedDependencies = {"audit"})
@NullMarked
package thangdiem.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
