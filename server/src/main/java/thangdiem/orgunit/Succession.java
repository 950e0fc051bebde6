package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A unit that follows another (kế thừa): several merged into one, one split into several, or one in
 * the place of one.
 *
 * @param day the first day of the new order
 */
public record Succession(UUID predecessor, UUID successor, LocalDate day, String document) {}
