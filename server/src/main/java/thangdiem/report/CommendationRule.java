package thangdiem.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

/**
 * By what the council proposes whom to commend (tiêu chuẩn đề nghị khen thưởng).
 *
 * @param first how many of each group
 * @param grade at least that
 * @param excluded kinds of upheld deductions that bar a unit
 * @param noneOpen whether anything that is not settled bars it
 * @param document under which it was set
 */
public record CommendationRule(
    UUID id,
    int first,
    String grade,
    Set<String> excluded,
    boolean noneOpen,
    String document,
    LocalDate documentOn,
    OffsetDateTime at,
    String by) {}
