package thangdiem.verification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.round.Round;

/** The rows that say who verifies what (phân công thẩm định). */
@Component
class DivisionTable {

  /**
   * A section of a unit that somebody verifies.
   *
   * @param place 1 of the first, 2 of the second, independent verifier
   */
  record Duty(UUID unit, String section, int place, UUID account, String name) {}

  /** Somebody who verifies. */
  record Verifier(UUID account, String name, String unit) {}

  private final JdbcClient sql;

  DivisionTable(JdbcClient sql) {
    this.sql = sql;
  }

  List<Duty> of(Round round) {
    return sql.sql(
            """
            select task.unit, task.section, task.place, task.account, account.name
              from verification_task task join account on account.id = task.account
             where task.round = :round
             order by task.section, task.place
            """)
        .param("round", round.id())
        .query(Duty.class)
        .list();
  }

  List<Duty> of(Round round, UUID account) {
    return sql.sql(
            """
            select task.unit, task.section, task.place, task.account, account.name
              from verification_task task join account on account.id = task.account
             where task.round = :round and task.account = :account
             order by task.section, task.place
            """)
        .param("round", round.id())
        .param("account", account)
        .query(Duty.class)
        .list();
  }

  /** The place that somebody holds for a section of a unit. */
  Optional<Integer> place(Round round, UUID unit, String section, UUID account) {
    return sql.sql(
            """
            select place from verification_task
             where round = :round and unit = :unit and section = :section and account = :account
            """)
        .param("round", round.id())
        .param("unit", unit)
        .param("section", section)
        .param("account", account)
        .query(Integer.class)
        .optional();
  }

  /** Whoever holds the role of a verifier. */
  List<Verifier> verifiers() {
    return sql.sql(
            """
            select distinct account.id as account, account.name, org_unit.name as unit
              from account
              join account_role held on held.account = account.id and held.role = :role
              join org_unit on org_unit.id = account.works_in
             where account.disabled_at is null
             order by account.name, account.id
            """)
        .param("role", Role.VERIFIER.name())
        .query(Verifier.class)
        .list();
  }

  /** A unit that somebody may not judge. */
  record Recusal(UUID account, UUID unit) {}

  /** Who of the verifiers may not judge which unit of the round. */
  List<Recusal> recusals(Round round) {
    return sql.sql(
            """
            select held.account, one.unit
              from (select distinct account from account_role where role = :role) held,
                   recused_units(held.account) own
              join round_unit one on one.unit = own.unit and one.round = :round
            """)
        .param("round", round.id())
        .param("role", Role.VERIFIER.name())
        .query(Recusal.class)
        .list();
  }

  /** Gives a section of a unit to somebody, whoever had it before. */
  void give(Actor actor, Round round, UUID unit, String section, int place, UUID account) {
    sql.sql(
            """
            insert into verification_task (round, unit, section, place, account, at, by_account)
            values (:round, :unit, :section, :place, :account, now_effective(), :by)
            on conflict (round, unit, section, place)
            do update set account = excluded.account, at = excluded.at,
                          by_account = excluded.by_account
            """)
        .param("round", round.id())
        .param("unit", unit)
        .param("section", section)
        .param("place", place)
        .param("account", account)
        .param("by", actor.account())
        .update();
  }
}
