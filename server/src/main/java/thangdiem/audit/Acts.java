package thangdiem.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to change the state: the right to do it, the change and its event are one transaction
 * (một việc = quyền + thay đổi + nhật ký). When any of the three fails, nothing has happened.
 */
@Component
public class Acts {

  private final RightTable rights;
  private final TransactionTemplate transaction;
  private final LedgerTable ledger;
  private final ApplicationEventPublisher publisher;

  Acts(
      RightTable rights,
      PlatformTransactionManager transactions,
      LedgerTable ledger,
      ApplicationEventPublisher publisher) {
    this.rights = rights;
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
      require(List.of(new Ordered(actor, act, subject)));
      return carryOut(Optional.of(actor.account()), act, subject, change);
    });
  }

  /**
   * Performs acts that arrived together in one transaction, each with its own right and its own
   * event; when one of them fails, none has happened.
   *
   * @param change makes all the changes, and lets each event say which rows are its own ({@link
   *     Event#changing}); of an act that has changed nothing there is no event
   */
  public <T> T performTogether(List<Ordered> orders, Function<List<Event>, T> change) {
    return transaction.execute(_ -> {
      require(orders);
      var events =
          orders.stream()
              .map(order ->
                  new Event(order.act(), order.subject(), Optional.of(order.actor().account())))
              .toList();
      T result = change.apply(events);
      var changing = events.stream().filter(Event::isChanging).toList();
      ledger.write(changing);
      changing.forEach(this::tell);
      return result;
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
    var event = new Event(act, subject, actor);
    T result = change.apply(event);
    ledger.write(event);
    tell(event);
    return result;
  }

  private void tell(Event event) {
    if (event.act().isMilestone()) {
      publisher.publishEvent(new Checkpoints.Milestone(event.act()));
    }
  }

  /** The right is read in the transaction of the change: a role withdrawn a moment ago is gone. */
  private void require(List<Ordered> orders) {
    for (var order : orders) {
      if (order.act().bySystem()) {
        throw new IllegalStateException(order.act() + " is done by the application itself");
      }
    }
    var asked = orders.stream().filter(order -> !order.act().forThemselves()).toList();
    if (!asked.isEmpty()) {
      var found = rights.of(asked);
      for (int i = 0; i < asked.size(); i++) {
        require(asked.get(i), found.get(i));
      }
    }
  }

  private static void require(Ordered order, RightTable.Right right) {
    var act = order.act();
    if (!right.held()) {
      throw new NotAllowed(act + " needs one of " + act.roles());
    }
    if (!right.reaches()) {
      throw new NotFound(act + " for unit " + order.subject().unit().orElseThrow());
    }
    if (right.recused()) {
      throw new Refusal("recusal.own");
    }
  }
}
