package thangdiem.criteria;

import java.util.List;

/**
 * A group of criteria (nhóm tiêu chí), to any depth.
 *
 * @param rescaledWhenNotHeld whether a round may leave it out, rescaling what remains
 */
public record CriterionGroup(
    String code,
    String printedNumber,
    String name,
    MaxPoints maxPoints,
    List<Criterion> criteria,
    boolean rescaledWhenNotHeld)
    implements Criterion {}
