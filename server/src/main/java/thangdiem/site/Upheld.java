package thangdiem.site;

import java.time.OffsetDateTime;

/** Reports of a wrong fact that were found right (báo đúng), of a criterion of a unit. */
public record Upheld(String code, long reports, OffsetDateTime latest) {}
