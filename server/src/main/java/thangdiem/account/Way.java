package thangdiem.account;

/** How somebody came in (cách đăng nhập). */
public enum Way {
  PASSWORD,
  PASSWORD_AND_SECOND_FACTOR,
  PASSKEY,
  OPENID_CONNECT;

  /** Whether a stolen password alone would not have been enough, as far as we can know. */
  public boolean strong() {
    return this != PASSWORD;
  }
}
