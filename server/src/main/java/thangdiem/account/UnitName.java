package thangdiem.account;

/** A unit to choose (đơn vị trong danh sách chọn). */
public record UnitName(String code, String name) {}
