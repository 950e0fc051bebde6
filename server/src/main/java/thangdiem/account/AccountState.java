package thangdiem.account;

/** How far somebody has come with their account (tình trạng tài khoản). */
public enum AccountState {
  /** They hold a code that they have not used. */
  INVITED("circle-dashed", "st-explain"),
  /** They may have a way in, and have never used it; or their code has run out. */
  NEVER_SIGNED_IN("clock", "st-warn"),
  ACTIVE("circle-check", "st-equal"),
  DISABLED("circle-minus", "st-none");

  private final String icon;
  private final String look;

  AccountState(String icon, String look) {
    this.icon = icon;
    this.look = look;
  }

  public String icon() {
    return icon;
  }

  public String look() {
    return look;
  }
}
