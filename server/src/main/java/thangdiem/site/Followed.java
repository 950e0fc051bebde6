package thangdiem.site;

import java.time.OffsetDateTime;

/** How far a report is (đã đến đâu): all that its number tells. */
public record Followed(String state, OffsetDateTime since) {}
