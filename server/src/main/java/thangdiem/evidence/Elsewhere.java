package thangdiem.evidence;

import java.util.UUID;

/**
 * Evidence of another unit or round that seems to be the same document (minh chứng trùng).
 *
 * @param sha256 of the document that it resembles
 * @param sameBytes whether the files are the same; otherwise number, date and issuer are
 */
public record Elsewhere(
    String sha256, boolean sameBytes, UUID item, int year, String unit, String fileName) {}
