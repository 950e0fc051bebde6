package thangdiem.account;

import thangdiem.audit.Role;

/** A role and the unit in which it is held (vai trò và nơi giữ). */
public record HeldRole(Role role, String unit, String unitName) {}
