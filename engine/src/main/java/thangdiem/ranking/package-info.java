/**
 * From score sheets to standings (xếp hạng): ranks over all, by group and by section, and how firm
 * they are.
 *
 * <p>Takes the sheets of a round, gives {@link thangdiem.ranking.Standings} and, when asked, {@link
 * thangdiem.ranking.Robustness}.
 */
@NullMarked
package thangdiem.ranking;

import org.jspecify.annotations.NullMarked;
