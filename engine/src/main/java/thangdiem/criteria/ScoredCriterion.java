package thangdiem.criteria;

import java.util.List;

/**
 * A criterion that earns points (tiêu chí được chấm điểm).
 *
 * @param printedPoints what the decision prints in the points column when it is not a number: "(tỷ
 *     lệ)*15"; empty otherwise
 * @param evidence what usually proves it (minh chứng)
 * @param basis the line of the decision: "Phụ lục 2, mục I.1"
 * @param note how an open question about it was settled; may be empty
 */
public record ScoredCriterion(
    String code,
    String printedNumber,
    String name,
    MaxPoints maxPoints,
    String printedPoints,
    ScoringRule rule,
    List<String> evidence,
    String basis,
    String note)
    implements Criterion {}
