package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;

/** What everybody may know of a round: its rules, its days, who was given more time. */
public record OverviewPage(
    Round round,
    CriteriaSet criteria,
    RoundCalendar calendar,
    Map<String, Optional<Points>> deductions,
    List<Extension> extensions,
    int units,
    OffsetDateTime now) {}
