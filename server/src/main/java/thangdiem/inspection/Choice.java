package thangdiem.inspection;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A decision of a person to inspect a unit or not (quyết định chọn, bỏ). */
public record Choice(
    UUID unit, boolean chosen, Reason reason, String words, OffsetDateTime at, String by) {}
