package thangdiem.web;

/**
 * The key of the tokens against forged forms (khoá của mã chống giả mạo); the same after a restart.
 *
 * @param hexadecimal its bytes
 */
public record FormsKey(String hexadecimal) {

  /** Without the key: records end up in logs. */
  @Override
  public String toString() {
    return "FormsKey";
  }
}
