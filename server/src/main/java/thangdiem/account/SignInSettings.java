package thangdiem.account;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about the ways in (cài đặt đăng nhập); docs/sign-in.md tells each.
 *
 * @param baseUrl under which browsers reach us, {@code THANGDIEM_BASE_URL}: passkeys belong to it
 * @param demo whether this is a trial, where nobody is advised to protect a made-up account
 * @param proxy addresses of the proxies before us, {@code THANGDIEM_PROXY}; only they are believed
 *     about who asked
 * @param secondFactor whether some roles must have one: advised or required, {@code
 *     THANGDIEM_SECOND_FACTOR}
 */
@ConfigurationProperties("thangdiem")
public record SignInSettings(
    @DefaultValue("http://localhost") String baseUrl,
    @DefaultValue("false") boolean demo,
    @DefaultValue List<String> proxy,
    @DefaultValue("advised") String secondFactor) {

  public SignInSettings {
    if (!proxy.stream().allMatch(ClientAddress::isOne)) {
      throw new WrongSignInSetting("THANGDIEM_PROXY");
    }
    if (!secondFactor.matches("advised|required")) {
      throw new WrongSignInSetting("THANGDIEM_SECOND_FACTOR");
    }
  }

  /** What is done about a strong role behind a password alone. */
  public enum SecondFactorRule {
    ADVISED,
    REQUIRED
  }

  SecondFactorRule rule() {
    return secondFactor.equals("required") ? SecondFactorRule.REQUIRED : SecondFactorRule.ADVISED;
  }

  boolean secure() {
    return baseUrl.startsWith("https:");
  }

  /** The name of a cookie; {@code __Host-} where links are https: no neighbour can set it. */
  String cookie(String name) {
    return secure() ? "__Host-" + name : name;
  }

  String host() {
    return URI.create(baseUrl).getHost();
  }
}
