package thangdiem.account;

/** How far somebody has come with their account (tình trạng tài khoản). */
public enum AccountState {
  /** They hold a code that they have not used. */
  INVITED,
  /** They may have a way in, and have never used it; or their code has run out. */
  NEVER_SIGNED_IN,
  ACTIVE,
  DISABLED
}
