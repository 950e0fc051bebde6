package thangdiem.inspection;

import java.util.UUID;

/**
 * Somebody who can be put into a team (kiểm tra viên).
 *
 * @param unit in which they work
 */
public record Inspector(UUID account, String name, String unit) {}
