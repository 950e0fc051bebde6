package thangdiem.criteria;

/** What kind of thing a fact is (kiểu số liệu). */
public enum FactType {
  /** A whole number, 0 or more. */
  COUNT,
  /** An exact decimal. */
  DECIMAL,
  /** Yes or no. */
  BOOLEAN,
  /** A day. */
  DATE,
  /** One of the declared options. */
  CHOICE,
  /** Words, for information; no rule can use them. */
  TEXT
}
