/**
 * In and out (trao đổi dữ liệu): answers from JSON and XLSX, results as JSON, XLSX, CSV and a page,
 * the bundle that anyone can recompute.
 *
 * <p>Everything from outside is hostile until {@link thangdiem.exchange.AnswersBuilder} has
 * accepted it; everything wrong is listed at once.
 */
@NullMarked
package thangdiem.exchange;

import org.jspecify.annotations.NullMarked;
