package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a unit was called before (tên cũ).
 *
 * @param lastDay the last day it was called so
 * @param document that changed it
 */
public record FormerName(
    UUID unit, String name, String officialName, LocalDate lastDay, String document) {}
