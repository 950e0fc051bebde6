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

  boolean configured() {
    return issuer != null && !issuer.isBlank();
  }

  /** What the button calls it: the name that the operator gave it, or where it is. */
  Optional<String> label() {
    return Optional.ofNullable(issuer)
        .filter(written -> !written.isBlank())
        .map(written -> name == null || name.isBlank() ? URI.create(written).getHost() : name);
  }

  static String required(@Nullable String value, String variable) {
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(variable + " is missing");
    }
    return value;
  }
}
