package thangdiem.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What browser and server say to each other about a passkey (nghi thức khoá truy cập). Only the
 * challenge is kept between the two halves; everything else is said the same way again. The
 * authenticator must ask for a finger or a PIN: then the passkey is two factors in one.
 */
@Component
class PasskeyCeremony {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final WebAuthnRelyingPartyOperations operations;
  private final PublicKeyCredentialRpEntity party;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  PasskeyCeremony(WebAuthnRelyingPartyOperations operations, PublicKeyCredentialRpEntity party) {
    this.operations = operations;
    this.party = party;
  }

  static String newChallenge() {
    return Bytes.random().toBase64UrlString();
  }

  /** What the browser is told in order to make a passkey. */
  String offer(
      PublicKeyCredentialUserEntity owner,
      List<PublicKeyCredentialDescriptor> known,
      String challenge) {
    return json.writeValueAsString(creation(owner, known, challenge));
  }

  /** What the browser is told in order to use one; which, the person chooses. */
  String question(String challenge) {
    return json.writeValueAsString(request(challenge));
  }

  /** Keeps the new passkey when it answers the challenge; absent when it does not. */
  Optional<UUID> make(
      PublicKeyCredentialUserEntity owner, String challenge, String written, String label) {
    Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> credential =
        read(written, AuthenticatorAttestationResponse.class);
    return credential.flatMap(made ->
        answered(() -> {
          operations.registerCredential(
              new Registration(
                  creation(owner, List.of(), challenge), new RelyingPartyPublicKey(made, label)));
          return owner;
        }));
  }

  /** Whose passkey answered the challenge; absent when none of ours did. */
  Optional<UUID> use(String challenge, String written) {
    Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> credential =
        read(written, AuthenticatorAssertionResponse.class);
    return credential.flatMap(used ->
        answered(() ->
            operations.authenticate(
                new RelyingPartyAuthenticationRequest(request(challenge), used))));
  }

  /** The name of the credential that was written, however little else fits. */
  String idOf(String written) {
    return read(written, AuthenticatorAssertionResponse.class)
        .map(PublicKeyCredential::getId)
        .filter(id -> id.matches("[A-Za-z0-9_-]{1,200}"))
        .orElse("");
  }

  private interface Answer {
    PublicKeyCredentialUserEntity owner();
  }

  private record Registration(
      PublicKeyCredentialCreationOptions getCreationOptions, RelyingPartyPublicKey getPublicKey)
      implements org.springframework.security.web.webauthn.management
          .RelyingPartyRegistrationRequest {
    @Override
    public PublicKeyCredentialCreationOptions getCreationOptions() {
      return getCreationOptions;
    }

    @Override
    public RelyingPartyPublicKey getPublicKey() {
      return getPublicKey;
    }
  }

  /** The library says no by exceptions of several kinds; to the person they are one. */
  private static Optional<UUID> answered(Answer answer) {
    try {
      return Optional.ofNullable(answer.owner()).map(owner -> PasskeyOwner.account(owner.getId()));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private <R extends AuthenticatorResponse> Optional<PublicKeyCredential<R>> read(
      String written, Class<R> kind) {
    try {
      var type = json.getTypeFactory().constructParametricType(PublicKeyCredential.class, kind);
      PublicKeyCredential<R> credential = json.readValue(written, type);
      return Optional.ofNullable(credential);
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private PublicKeyCredentialCreationOptions creation(
      PublicKeyCredentialUserEntity owner,
      List<PublicKeyCredentialDescriptor> known,
      String challenge) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(party)
        .user(owner)
        .challenge(Bytes.fromBase64(challenge))
        .pubKeyCredParams(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256)
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build())
        .attestation(AttestationConveyancePreference.NONE)
        .excludeCredentials(known)
        .timeout(PATIENCE)
        .build();
  }

  private PublicKeyCredentialRequestOptions request(String challenge) {
    return PublicKeyCredentialRequestOptions.builder()
        .rpId(party.getId())
        .challenge(Bytes.fromBase64(challenge))
        .userVerification(UserVerificationRequirement.REQUIRED)
        .allowCredentials(List.of())
        .timeout(PATIENCE)
        .build();
  }
}
