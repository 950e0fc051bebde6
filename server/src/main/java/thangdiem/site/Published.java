package thangdiem.site;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A published version of a round's result (bản công bố).
 *
 * @param key as addresses name the round: "2017"
 * @param decisionNumber of the decision by which it is published
 * @param sha256 of its bundle
 */
public record Published(
    String key,
    int year,
    int version,
    String name,
    String decisionNumber,
    LocalDate decisionOn,
    String sha256,
    String resultsSha256,
    OffsetDateTime visibleFrom,
    OffsetDateTime at) {}
