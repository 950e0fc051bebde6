package thangdiem.council;

/** Why something is on the agenda (lý do đưa vào chương trình). */
public enum Source {
  /** Two verifiers differ, and nobody has settled it. */
  DISPUTED,
  /** The unit was asked and has not answered. */
  ASKED,
  /** Nobody has verified it. */
  UNVERIFIED,
  /** The unit contests what was found. */
  CONTESTED,
  /** The total lies within one point of a grade. */
  NEAR_BOUNDARY,
  /** It is claimed not to apply. */
  CLAIM,
  /** The unit's rank differs under the other reading of Đ7. */
  ORDER_FLIP,
  /** Somebody asks for it. */
  PERSON,
  /** The result as a whole is to be adopted. */
  ADOPTION
}
