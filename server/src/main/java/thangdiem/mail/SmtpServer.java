package thangdiem.mail;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * The mail server of {@code THANGDIEM_SMTP_URL} (máy chủ thư): {@code
 * smtp://user:password@host:587} or {@code smtps://…}.
 *
 * @param implicitTls whether the connection is encrypted from its first byte
 * @param credential user and password, where the server asks for them
 */
record SmtpServer(boolean implicitTls, String host, int port, Optional<Credential> credential) {

  private static final int PLAIN = 25;
  private static final int SUBMISSION = 587;
  private static final int TLS = 465;
  private static final int PATIENCE_MS = 10_000;

  record Credential(String user, String password) {}

  /**
   * Reads the setting.
   *
   * @throws WrongMailSetting when it is not such an address
   */
  static SmtpServer of(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new WrongMailSetting();
    }
    boolean tls = "smtps".equals(uri.getScheme());
    if (uri.getHost() == null || !tls && !"smtp".equals(uri.getScheme())) {
      throw new WrongMailSetting();
    }
    var credential = Optional.ofNullable(uri.getRawUserInfo()).map(SmtpServer::credential);
    int usual = tls ? TLS : credential.isPresent() ? SUBMISSION : PLAIN;
    return new SmtpServer(
        tls, uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort(), credential);
  }

  private static Credential credential(String userInfo) {
    int colon = userInfo.indexOf(':');
    if (colon < 0) {
      throw new WrongMailSetting();
    }
    return new Credential(
        decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  String protocol() {
    return implicitTls ? "smtps" : "smtp";
  }

  /** A password never leaves the machine unencrypted, and no server makes us wait for long. */
  Properties properties() {
    var properties = new Properties();
    var prefix = "mail." + protocol() + ".";
    properties.setProperty(prefix + "connectiontimeout", String.valueOf(PATIENCE_MS));
    properties.setProperty(prefix + "timeout", String.valueOf(PATIENCE_MS));
    properties.setProperty(prefix + "writetimeout", String.valueOf(PATIENCE_MS));
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(
        prefix + "starttls.required", String.valueOf(credential.isPresent() && !onThisMachine()));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "auth", String.valueOf(credential.isPresent()));
    return properties;
  }

  private boolean onThisMachine() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
