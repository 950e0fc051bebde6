package thangdiem.account;

/**
 * A setting of the ways in that cannot be meant (cài đặt đăng nhập sai): the server does not start.
 */
public final class WrongSignInSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String variable;

  WrongSignInSetting(String variable) {
    super(variable);
    this.variable = variable;
  }

  /** The environment variable that is missing or wrong. */
  public String variable() {
    return variable;
  }
}
