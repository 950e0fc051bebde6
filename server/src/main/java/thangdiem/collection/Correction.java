package thangdiem.collection;

import java.time.OffsetDateTime;

/**
 * A figure that was mended after its sheet had been handed in (sửa sau khi nộp).
 *
 * @param unit whose figure, by name
 * @param before as it is read; empty where there was none
 */
public record Correction(
    String unit, String fact, String before, String after, OffsetDateTime at, String by) {}
