package thangdiem.orgunit;

import java.time.LocalDate;

/**
 * A unit that follows another, or goes before it (kế thừa): merged from several into one, split
 * from one into several, or one in the place of one.
 *
 * @param other the unit at the other end
 * @param day the first day of the new order
 */
public record Succession(OrgUnit other, LocalDate day, String document) {}
