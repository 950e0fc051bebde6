package thangdiem.council;

import java.util.UUID;

/**
 * Somebody whose account could be a member's (người có thể vào hội đồng).
 *
 * @param secretary whether they may be its secretary
 * @param votes whether they may be another member
 */
public record Candidate(UUID account, String name, String unit, boolean secretary, boolean votes) {}
