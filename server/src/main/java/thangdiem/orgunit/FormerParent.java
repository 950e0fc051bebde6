package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a unit stood below before (cấp trên cũ).
 *
 * @param lastDay the last day it stood there
 * @param document that moved it
 */
public record FormerParent(UUID unit, UUID parent, LocalDate lastDay, String document) {}
