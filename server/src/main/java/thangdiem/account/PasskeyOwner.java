package thangdiem.account;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import thangdiem.audit.Actor;

/**
 * An account as passkeys name their owner: by the bytes of its id, which say nothing of anybody.
 */
final class PasskeyOwner {

  private PasskeyOwner() {}

  /** As the table keeps it. */
  static PublicKeyCredentialUserEntity kept(Actor actor) {
    return entity(actor, actor.account().toString());
  }

  /** As the person's phone shows it. */
  static PublicKeyCredentialUserEntity shown(Actor actor) {
    return entity(actor, actor.login());
  }

  static Bytes id(UUID account) {
    return new Bytes(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(account.getMostSignificantBits())
            .putLong(account.getLeastSignificantBits())
            .array());
  }

  static UUID account(Bytes id) {
    var bytes = ByteBuffer.wrap(id.getBytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static PublicKeyCredentialUserEntity entity(Actor actor, String name) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(id(actor.account()))
        .name(name)
        .displayName(actor.name())
        .build();
  }
}
