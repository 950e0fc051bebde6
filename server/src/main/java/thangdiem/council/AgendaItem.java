package thangdiem.council;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Something on the agenda of a session (nội dung trong chương trình họp).
 *
 * @param unit absent where the result as a whole is meant
 * @param code of a criterion, or of what is claimed not to apply; empty where the unit as a whole
 *     is meant
 * @param takenOff why it was taken off, where it was
 */
public record AgendaItem(
    UUID id,
    UUID session,
    Optional<UUID> unit,
    String code,
    Source source,
    String words,
    OffsetDateTime at,
    String by,
    Optional<String> takenOff) {}
