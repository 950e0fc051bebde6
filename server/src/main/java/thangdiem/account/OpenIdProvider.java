package thangdiem.account;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The other system that says who somebody is (nhà cung cấp định danh). It is looked up when it is
 * first needed: the server starts, and passwords open it, while that system is away.
 */
@Component
class OpenIdProvider {

  static final String CALLBACK = "/sign-in/openid/callback";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 32;

  private final OpenIdSettings openId;
  private final SignInSettings settings;
  private final OidcAuthorizationCodeAuthenticationProvider exchange =
      new OidcAuthorizationCodeAuthenticationProvider(
          new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
  private volatile @Nullable ClientRegistration registration;

  OpenIdProvider(OpenIdSettings openId, SignInSettings settings) {
    this.openId = openId;
    this.settings = settings;
  }

  /**
   * What we must remember between asking and being answered: three texts that nobody can guess.
   *
   * @param state ties the answer to this session
   * @param nonce ties the identity to this answer
   * @param verifier shows that it was we who asked (PKCE)
   */
  record Asked(String state, String nonce, String verifier) {
    static Asked anew() {
      return new Asked(random(), random(), random());
    }
  }

  /** Whom the other system names. */
  record Identity(String issuer, String subject, Optional<String> verifiedEmail, String label) {}

  /** Where the browser is sent to ask. */
  String address(Asked asked) {
    return request(asked).getAuthorizationRequestUri();
  }

  /** Whom the answer names; absent when anything about it does not fit. */
  Optional<Identity> identity(Asked asked, String code, String state) {
    var request = request(asked);
    var response =
        OAuth2AuthorizationResponse.success(code).state(state).redirectUri(callback()).build();
    try {
      var token =
          exchange.authenticate(
              new OAuth2LoginAuthenticationToken(
                  registration(), new OAuth2AuthorizationExchange(request, response)));
      return token != null && token.getPrincipal() instanceof OidcUser user
          ? Optional.of(identity(user))
          : Optional.empty();
    } catch (AuthenticationException e) {
      return Optional.empty();
    }
  }

  private static Identity identity(OidcUser user) {
    var subject = requireNonNull(user.getSubject());
    var email =
        Optional.ofNullable(user.getEmail())
            .filter(_ -> Boolean.TRUE.equals(user.getEmailVerified()));
    var label =
        Optional.ofNullable(user.getEmail())
            .or(() -> Optional.ofNullable(user.getPreferredUsername()))
            .orElse(subject);
    return new Identity(requireNonNull(user.getIssuer()).toString(), subject, email, label);
  }

  private OAuth2AuthorizationRequest request(Asked asked) {
    var client = registration();
    var said = new HashMap<String, Object>();
    said.put(OidcParameterNames.NONCE, hash(asked.nonce()));
    said.put(PkceParameterNames.CODE_CHALLENGE, hash(asked.verifier()));
    said.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
    return OAuth2AuthorizationRequest.authorizationCode()
        .clientId(client.getClientId())
        .authorizationUri(requireNonNull(client.getProviderDetails().getAuthorizationUri()))
        .redirectUri(callback())
        .scopes(client.getScopes())
        .state(asked.state())
        .additionalParameters(said)
        .attributes(
            Map.of(
                OAuth2ParameterNames.REGISTRATION_ID,
                client.getRegistrationId(),
                OidcParameterNames.NONCE,
                asked.nonce(),
                PkceParameterNames.CODE_VERIFIER,
                asked.verifier()))
        .build();
  }

  private ClientRegistration registration() {
    var known = registration;
    if (known == null) {
      known =
          ClientRegistrations.fromIssuerLocation(requireNonNull(openId.issuer()))
              .registrationId("openid")
              .clientId(requireNonNull(openId.clientId()))
              .clientSecret(requireNonNull(openId.clientSecret()))
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(callback())
              .scope("openid", "email", "profile")
              .build();
      registration = known;
    }
    return known;
  }

  private String callback() {
    return settings.baseUrl() + CALLBACK;
  }

  private static String random() {
    var bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
