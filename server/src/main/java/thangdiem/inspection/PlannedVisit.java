package thangdiem.inspection;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A visit in the list of a round (cuộc kiểm tra trong danh sách). */
public record PlannedVisit(UUID unit, OffsetDateTime starts, String leader, boolean closed) {}
