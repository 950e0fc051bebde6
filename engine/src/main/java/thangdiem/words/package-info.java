/**
 * Every sentence that people read: message files, Vietnamese numbers, and what is wrong with an
 * input.
 *
 * <p>Takes nothing, gives {@link thangdiem.words.Sentence} and {@link thangdiem.words.BadInput};
 * knows nothing of the domain.
 */
@NullMarked
package thangdiem.words;

import org.jspecify.annotations.NullMarked;
