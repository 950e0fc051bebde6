package thangdiem.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Subject;

/** The second factor of an account (xác minh bước hai): set, used, taken away. */
@Component
class SecondFactors {

  private final OwnAccountTable table;
  private final RecoveryCodes recovery;
  private final Seal seal;
  private final Acts acts;
  private final InstantSource clock;

  SecondFactors(
      OwnAccountTable table, RecoveryCodes recovery, Seal seal, Acts acts, InstantSource clock) {
    this.table = table;
    this.recovery = recovery;
    this.seal = seal;
    this.acts = acts;
    this.clock = clock;
  }

  /** Whether it is the code of this moment, or one of those on paper; either is good once. */
  boolean spend(UUID account, String typed) {
    var code = typed.replaceAll("\\s", "");
    return code.matches("[0-9]{%d}".formatted(Totp.DIGITS))
        ? spendStep(account, code)
        : recovery.spend(account, code);
  }

  private boolean spendStep(UUID account, String code) {
    var kept = table.totp(account);
    var secret = kept.flatMap(totp -> seal.open(totp.sealed(), account.toString()));
    if (secret.isEmpty()) {
      return false;
    }
    var step = Totp.stepOf(code, secret.get(), clock.instant(), kept.get().lastStep());
    return step.isPresent() && table.useStep(account, step.getAsLong());
  }

  /**
   * Sets the second factor, once a code shows that the phone has it.
   *
   * @return the recovery codes, told this once; absent when the code was not right
   */
  Optional<List<String>> set(Actor actor, byte[] secret, String typed) {
    var step = Totp.stepOf(typed.replaceAll("\\s", ""), secret, clock.instant(), 0);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    var account = actor.account();
    return Optional.of(
        acts.perform(
            actor,
            Act.SECOND_FACTOR_CHANGED,
            Subject.PROVINCE,
            event -> {
              event.with("change", "set");
              table.setTotp(account, seal.seal(secret, account.toString()), step.getAsLong());
              return recovery.replace(account);
            }));
  }

  void remove(Actor actor) {
    acts.run(
        actor,
        Act.SECOND_FACTOR_CHANGED,
        Subject.PROVINCE,
        event -> {
          event.with("change", "removed");
          table.removeTotp(actor.account());
          recovery.remove(actor.account());
        });
  }

  List<String> newRecoveryCodes(Actor actor) {
    return acts.perform(
        actor,
        Act.SECOND_FACTOR_CHANGED,
        Subject.PROVINCE,
        event -> {
          event.with("change", "recovery-codes");
          return recovery.replace(actor.account());
        });
  }
}
