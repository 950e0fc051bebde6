/**
 * Measures us and, in the same run, what can be had elsewhere: {@code ./thangdiem bench}. Not part
 * of the product.
 */
@NullMarked
package thangdiem.benchmarks;

import org.jspecify.annotations.NullMarked;
