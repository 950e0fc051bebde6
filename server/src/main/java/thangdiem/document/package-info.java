/**
 * What is printed (văn bản, mã QR), out of values prepared elsewhere: knows nothing of the domain.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package thangdiem.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
