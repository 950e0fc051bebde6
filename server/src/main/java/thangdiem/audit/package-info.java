/**
 * Who may do what, and what was done (quyền và nhật ký). Every change of state is an {@link
 * thangdiem.audit.Act}: checked, carried out and written to the ledger in one transaction, by
 * {@link thangdiem.audit.Acts}. Takes actors and acts; gives events that anyone can verify.
 */
@ApplicationModule(allowedDependencies = {"proof"})
@NullMarked
package thangdiem.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
