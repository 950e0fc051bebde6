package thangdiem.account;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * Spring's passkey ceremonies over our tables. They are driven from our own handlers, so that a
 * passkey comes and goes with its event like everything else.
 */
@Configuration
class PasskeyConfiguration {

  @Bean
  PublicKeyCredentialUserEntityRepository passkeyOwners(JdbcOperations sql) {
    return new JdbcPublicKeyCredentialUserEntityRepository(sql);
  }

  @Bean
  UserCredentialRepository passkeyCredentials(JdbcOperations sql) {
    return new JdbcUserCredentialRepository(sql);
  }

  @Bean
  PublicKeyCredentialRpEntity passkeyParty(SignInSettings settings) {
    return PublicKeyCredentialRpEntity.builder().id(settings.host()).name("Thang Điểm").build();
  }

  @Bean
  WebAuthnRelyingPartyOperations passkeyOperations(
      PublicKeyCredentialUserEntityRepository owners,
      UserCredentialRepository credentials,
      PublicKeyCredentialRpEntity party,
      SignInSettings settings) {
    return new Webauthn4JRelyingPartyOperations(
        owners, credentials, party, Set.of(settings.baseUrl()));
  }
}
