package thangdiem.inspection;

/** Why people decide that a unit is inspected, or is not (lý do chọn, bỏ). */
public enum Reason {
  AS_DRAWN,
  COMPLAINT,
  INSPECTED_LATELY,
  NOBODY_FREE,
  OTHER
}
