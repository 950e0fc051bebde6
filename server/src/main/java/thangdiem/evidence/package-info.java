/**
 * Evidence (minh chứng): documents that prove what a unit reports. Takes files, the round and the
 * unit; keeps their bytes in the database under their SHA-256, and gives documents with what they
 * prove and on which pages; tells of stored bytes that are damaged. Does not know what a round or a
 * criterion is.
 */
@ApplicationModule(allowedDependencies = {"audit", "mail"})
@NullMarked
package thangdiem.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
