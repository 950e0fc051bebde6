package thangdiem.evidence;

import java.util.UUID;

/** The same bytes as evidence of another unit or round (minh chứng trùng). */
public record Elsewhere(String sha256, UUID item, int year, String unit, String fileName) {}
