package thangdiem.mail;

/** {@code THANGDIEM_SMTP_URL} is not the address of a mail server; its text may hold a password. */
public final class WrongMailSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongMailSetting() {
    super("THANGDIEM_SMTP_URL is not of the form smtp://user:password@host:port");
  }
}
