package thangdiem.account;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.audit.Keeps;
import thangdiem.audit.KeptTable;

/**
 * What the ledger keeps of accounts (tài khoản trong nhật ký): who they are only as commitments.
 */
@Configuration
class AccountsInLedger {

  @Bean
  Keeps accountsKept() {
    return () ->
        List.of(
            KeptTable.of("account", "id")
                .openly("works_in", "language", "created_at", "disabled_at", "erased_at")
                .personally("login", "name", "post", "email", "phone")
                .digested("password", "totp_secret"),
            KeptTable.of("account_role", "account", "role", "unit"),
            KeptTable.of("invitation", "id")
                .openly(
                    "created_at", "created_by", "expires_at", "used_at", "withdrawn_at", "account")
                .digested("code_hash"),
            KeptTable.of("external_identity", "issuer", "subject")
                .openly("account")
                .personally("label"),
            KeptTable.of("recovery_code", "account", "code_hash"),
            KeptTable.of("user_entities", "id").personally("name", "display_name"),
            KeptTable.of("user_credentials", "credential_id")
                .openly(
                    "user_entity_user_id",
                    "backup_eligible",
                    "authenticator_transports",
                    "public_key_credential_type",
                    "created")
                .personally("label")
                .digested("public_key"));
  }
}
