package thangdiem.audit;

import java.sql.Types;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to change the state: the right to do it, the change and its event are one transaction
 * (một việc = quyền + thay đổi + nhật ký). When any of the three fails, nothing has happened.
 */
@Component
public class Acts {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final LedgerTable ledger;
  private final ApplicationEventPublisher publisher;

  Acts(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      LedgerTable ledger,
      ApplicationEventPublisher publisher) {
    this.sql = sql;
    this.publisher = publisher;
    this.transaction = new TransactionTemplate(transactions);
    this.ledger = ledger;
  }

  /**
   * Performs an act of somebody.
   *
   * @param change makes the change and says in the event what it was; its result is returned
   * @throws NotAllowed when the person has no role for it
   * @throws NotFound when their role does not reach the unit
   * @throws Refusal when the act judges a unit to which the person belongs
   */
  public <T> T perform(Actor actor, Act act, Subject subject, Function<Event, T> change) {
    return transaction.execute(_ -> {
      require(actor, act, subject);
      return carryOut(Optional.of(actor.account()), act, subject, change);
    });
  }

  /** Performs an act without a result. */
  public void run(Actor actor, Act act, Subject subject, Consumer<Event> change) {
    perform(
        actor,
        act,
        subject,
        event -> {
          change.accept(event);
          return act;
        });
  }

  /** Performs an act that no person ordered, or that somebody does before being signed in. */
  public <T> T bySystem(Act act, Function<Event, T> change) {
    if (!act.bySystem()) {
      throw new IllegalStateException(act + " is done by people");
    }
    return transaction.execute(_ -> carryOut(Optional.empty(), act, Subject.PROVINCE, change));
  }

  private <T> T carryOut(
      Optional<UUID> actor, Act act, Subject subject, Function<Event, T> change) {
    var event = new Event(act, subject);
    T result = change.apply(event);
    ledger.write(event, actor);
    if (act.isMilestone()) {
      publisher.publishEvent(new Checkpoints.Milestone(act));
    }
    return result;
  }

  /** The right is read in the transaction of the change: a role withdrawn a moment ago is gone. */
  private void require(Actor actor, Act act, Subject subject) {
    if (act.bySystem()) {
      throw new IllegalStateException(act + " is done by the application itself");
    }
    if (act.forThemselves()) {
      return;
    }
    var roles = act.roles().stream().map(Role::name).toArray(String[]::new);
    var right = right(actor, roles, subject);
    if (!right.held()) {
      throw new NotAllowed(act + " needs one of " + Arrays.toString(roles));
    }
    if (!right.reaches()) {
      throw new NotFound(act + " for unit " + subject.unit().orElseThrow());
    }
    if (act.judges() && right.recused()) {
      throw new Refusal("recusal.own");
    }
  }

  /**
   * What somebody's roles allow at this moment.
   *
   * @param held whether one of them is held anywhere
   * @param reaches whether one is held in the unit or above it; true where no unit is meant
   * @param recused whether they belong to the unit, or to one above or below it
   */
  private record Right(boolean held, boolean reaches, boolean recused) {}

  private Right right(Actor actor, String[] roles, Subject subject) {
    return sql.sql(
            """
            with recursive above as (
              select id, parent from org_unit where id = cast(:unit as uuid)
              union
              select org_unit.id, org_unit.parent
                from org_unit join above on above.parent = org_unit.id),
            held_roles as (
              select held.unit from account_role held
                join account on account.id = held.account and account.disabled_at is null
               where held.account = :account and held.role = any (:roles))
            select exists (select 1 from held_roles) as held,
                   cast(:unit as uuid) is null
                     or exists (select 1 from held_roles where unit in (select id from above))
                     as reaches,
                   is_recused(:account, cast(:unit as uuid)) as recused
            """)
        .param("unit", subject.unit().orElse(null), Types.OTHER)
        .param("account", actor.account())
        .param("roles", roles)
        .query(Right.class)
        .single();
  }
}
