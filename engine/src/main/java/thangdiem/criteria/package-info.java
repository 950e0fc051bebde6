/**
 * The law as data (bộ tiêu chí): what is asked, what it is worth and how points follow from it;
 * read from YAML and checked.
 *
 * <p>Takes the text of a criteria file, gives an immutable {@link thangdiem.criteria.CriteriaSet}
 * or every mistake in it at once. Knows nothing of answers.
 */
@NullMarked
package thangdiem.criteria;

import org.jspecify.annotations.NullMarked;
