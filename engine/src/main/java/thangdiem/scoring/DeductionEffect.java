package thangdiem.scoring;

import thangdiem.criteria.Points;

/**
 * A deduction and what it takes away.
 *
 * @param effect none without a decision or an amount
 */
public record DeductionEffect(Deduction deduction, Points effect) {}
