package thangdiem.account;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The provider through which people may come in (đăng nhập qua hệ thống khác, OpenID Connect):
 * {@code THANGDIEM_OIDC_ISSUER}, {@code THANGDIEM_OIDC_CLIENT_ID}, {@code
 * THANGDIEM_OIDC_CLIENT_SECRET}, and {@code THANGDIEM_OIDC_NAME} for the button.
 */
@ConfigurationProperties("thangdiem.oidc")
public record OpenIdSettings(
    @Nullable String issuer,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String name) {

  public OpenIdSettings {
    if (issuer != null && !issuer.isBlank()) {
      require(issuer.matches("https?://[^\\s/]+.*"), "THANGDIEM_OIDC_ISSUER");
      require(clientId != null && !clientId.isBlank(), "THANGDIEM_OIDC_CLIENT_ID");
      require(clientSecret != null && !clientSecret.isBlank(), "THANGDIEM_OIDC_CLIENT_SECRET");
    }
  }

  boolean configured() {
    return issuer != null && !issuer.isBlank();
  }

  /** What the button calls it: the name that the operator gave it, or where it is. */
  Optional<String> label() {
    return Optional.ofNullable(issuer)
        .filter(written -> !written.isBlank())
        .map(written -> name == null || name.isBlank() ? URI.create(written).getHost() : name);
  }

  private static void require(boolean right, String variable) {
    if (!right) {
      throw new WrongSignInSetting(variable);
    }
  }
}
