package thangdiem.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Subject;

/**
 * Which account an identity elsewhere opens (tài khoản liên kết). None is ever made here: the first
 * time, the identity goes to the one account whose e-mail the other system has verified.
 */
@Component
class ExternalIdentities {

  private final JdbcClient sql;
  private final Accounts accounts;
  private final Acts acts;

  ExternalIdentities(JdbcClient sql, Accounts accounts, Acts acts) {
    this.sql = sql;
    this.accounts = accounts;
    this.acts = acts;
  }

  /** Who that is here; absent when no account goes with the identity. */
  Optional<Actor> actor(OpenIdProvider.Identity identity) {
    return linked(identity)
        .flatMap(accounts::actor)
        .or(() ->
            identity
                .verifiedEmail()
                .flatMap(this::onlyOneWith)
                .flatMap(accounts::actor)
                .map(actor -> link(actor, identity)));
  }

  /** What the owner's accounts elsewhere are called. */
  List<String> of(UUID account) {
    return sql.sql("select label from external_identity where account = :account order by label")
        .param("account", account)
        .query(String.class)
        .list();
  }

  private Optional<UUID> linked(OpenIdProvider.Identity identity) {
    return sql.sql(
            """
            select account from external_identity where issuer = :issuer and subject = :subject
            """)
        .param("issuer", identity.issuer())
        .param("subject", identity.subject())
        .query(UUID.class)
        .optional();
  }

  /** An account that another identity of this kind already opens is no longer free. */
  private Optional<UUID> onlyOneWith(String email) {
    var found =
        sql.sql(
                """
                select id from account
                 where lower(email) = lower(:email) and disabled_at is null
                   and not exists (
                         select 1 from external_identity linked where linked.account = account.id)
                """)
            .param("email", email)
            .query(UUID.class)
            .list();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private Actor link(Actor actor, OpenIdProvider.Identity identity) {
    acts.run(
        actor,
        Act.IDENTITY_LINKED,
        Subject.PROVINCE,
        event -> {
          event.with("issuer", identity.issuer()).personally("label", identity.label());
          sql.sql(
                  """
                  insert into external_identity (issuer, subject, account, label)
                  values (:issuer, :subject, :account, :label)
                  """)
              .param("issuer", identity.issuer())
              .param("subject", identity.subject())
              .param("account", actor.account())
              .param("label", identity.label())
              .update();
        });
    return actor;
  }
}
