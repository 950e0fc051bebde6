package thangdiem.council;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.scoring.Fact;

/**
 * What is proposed to decide (kiến nghị); it is never changed, a later one takes its place.
 *
 * @param ground the key of the reason; empty where what was verified stands
 * @param facts the values that it puts into the council's column
 * @param resultsSha256 of the result that is to be adopted; empty for other motions
 */
public record Motion(
    UUID id,
    long seq,
    UUID item,
    Optional<UUID> unit,
    String code,
    MotionKind kind,
    String ground,
    String words,
    Map<String, Optional<Fact>> facts,
    String resultsSha256,
    OffsetDateTime at,
    UUID account,
    String by) {}
