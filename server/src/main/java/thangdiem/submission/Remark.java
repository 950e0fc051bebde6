package thangdiem.submission;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What somebody has said about a fact (trao đổi).
 *
 * @param named the names of those it calls for
 */
public record Remark(String words, OffsetDateTime at, String by, List<String> named) {}
