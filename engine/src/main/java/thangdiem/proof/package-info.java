/**
 * Proof that a list was only ever added to (bằng chứng): the hash tree of RFC 6962 over the
 * ledger's events, its checkpoints signed as C2SP's signed notes, and the check of a whole ledger.
 * Knows nothing of criteria, units or people.
 */
@NullMarked
package thangdiem.proof;

import org.jspecify.annotations.NullMarked;
