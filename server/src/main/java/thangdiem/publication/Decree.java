package thangdiem.publication;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The decision by which a result is published (quyết định công bố), as it was signed.
 *
 * @param number as "519/QĐ-UBND"
 * @param visibleFrom until then nobody outside sees it (cấm công bố trước giờ)
 */
public record Decree(String number, LocalDate on, OffsetDateTime visibleFrom) {}
