package thangdiem.council;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * How a member voted (phiếu biểu quyết).
 *
 * @param stands whether it is their latest; the others they have changed since
 */
public record Vote(
    UUID motion, UUID account, String name, Choice choice, OffsetDateTime at, boolean stands) {}
