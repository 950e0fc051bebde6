package thangdiem.account;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Subject;

/** The passkeys of accounts (khoá truy cập): made, listed, taken away. */
@Component
class Passkeys {

  private final PublicKeyCredentialUserEntityRepository owners;
  private final UserCredentialRepository credentials;
  private final PasskeyCeremony ceremony;
  private final Acts acts;

  Passkeys(
      PublicKeyCredentialUserEntityRepository owners,
      UserCredentialRepository credentials,
      PasskeyCeremony ceremony,
      Acts acts) {
    this.owners = owners;
    this.credentials = credentials;
    this.ceremony = ceremony;
    this.acts = acts;
  }

  List<Passkey> of(UUID account) {
    return credentials.findByUserId(PasskeyOwner.id(account)).stream()
        .map(record ->
            new Passkey(
                record.getCredentialId().toBase64UrlString(),
                record.getLabel(),
                record.getCreated().atOffset(ZoneOffset.UTC),
                record.getLastUsed().atOffset(ZoneOffset.UTC)))
        .sorted(java.util.Comparator.comparing(Passkey::made))
        .toList();
  }

  /** What the browser is told; a device that has one already makes no second. */
  String offer(Actor actor, String challenge) {
    var known =
        credentials.findByUserId(PasskeyOwner.id(actor.account())).stream()
            .map(record ->
                PublicKeyCredentialDescriptor.builder().id(record.getCredentialId()).build())
            .toList();
    return ceremony.offer(PasskeyOwner.shown(actor), known, challenge);
  }

  /** Whether the answer was right; then the passkey opens the account from now on. */
  boolean add(Actor actor, String challenge, String written, String label) {
    try {
      acts.run(
          actor,
          Act.PASSKEY_CHANGED,
          Subject.PROVINCE,
          event -> {
            event.with("change", "added").personally("label", label);
            owners.save(PasskeyOwner.kept(actor));
            if (ceremony.make(PasskeyOwner.shown(actor), challenge, written, label).isEmpty()) {
              throw new WrongAnswer();
            }
          });
      return true;
    } catch (WrongAnswer e) {
      return false;
    }
  }

  /** Nothing of the act is kept. */
  private static final class WrongAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void remove(Actor actor, String id) {
    var own = of(actor.account()).stream().filter(passkey -> passkey.id().equals(id)).findFirst();
    if (own.isEmpty()) {
      throw new NotFound("passkey " + id);
    }
    acts.run(
        actor,
        Act.PASSKEY_CHANGED,
        Subject.PROVINCE,
        event -> {
          event.with("change", "removed").personally("label", own.get().label());
          credentials.delete(Bytes.fromBase64(id));
        });
  }

  /** Whose passkey this is; absent when the answer is not right. */
  Optional<UUID> whose(String challenge, String written) {
    return ceremony.use(challenge, written);
  }
}
