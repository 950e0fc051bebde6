/**
 * E-mail (thư điện tử): the one way in which this application sends any. Takes letters; tells
 * whether each has left, so that whoever wrote it can show it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package thangdiem.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
