package thangdiem.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of nudges, and of the people who can be nudged. */
@Component
class NudgeTable {

  private final JdbcClient sql;

  NudgeTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The people of the units of a round, with their last sign-in and their last nudge. */
  List<FocalPoint> people(UUID round) {
    return sql.sql(
            """
            select held.unit, account.id, account.name, held.role = 'HEAD' as head, account.phone,
                   account.email, account.last_sign_in,
                   (select max(nudge.at) from nudge
                     where nudge.round = :round and nudge.account = account.id) as last_nudge
              from round_unit
              join account_role held
                on held.unit = round_unit.unit and held.role in ('CLERK', 'HEAD')
              join account on account.id = held.account and account.disabled_at is null
             where round_unit.round = :round
             order by held.role, account.name
            """)
        .param("round", round)
        .query((row, _) ->
            new FocalPoint(
                row.getObject("unit", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("head"),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(row.getObject("last_sign_in", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("last_nudge", OffsetDateTime.class))))
        .list();
  }

  /**
   * Keeps a nudge.
   *
   * @param mailed whether it is to leave by e-mail too, and waits for that
   */
  UUID add(UUID round, FocalPoint whom, UUID by, String message, boolean mailed) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into nudge (id, round, unit, account, at, by_account, message, email)
            values (:id, :round, :unit, :account, now_effective(), :by, :message, :email)
            """)
        .param("id", id)
        .param("round", round)
        .param("unit", whom.unit())
        .param("account", whom.account())
        .param("by", by)
        .param("message", message)
        .param("email", mailed ? "waiting" : "none")
        .update();
    return id;
  }

  void mailed(UUID nudge, boolean sent) {
    sql.sql("update nudge set email = :email where id = :id")
        .param("email", sent ? "sent" : "failed")
        .param("id", nudge)
        .update();
  }

  /** Nudges of a round that no mail server has taken over. */
  List<UnsentLetter> unsent(UUID round) {
    return sql.sql(
            """
            select nudge.id as nudge, unit.name as unit_name, account.name as "to",
                   account.email as address, nudge.message as text
              from nudge
              join round_unit unit using (round, unit)
              join account on account.id = nudge.account
             where nudge.round = :round and nudge.email in ('waiting', 'failed')
               and account.email is not null
             order by nudge.at, unit.ordinal
            """)
        .param("round", round)
        .query(UnsentLetter.class)
        .list();
  }

  /** The nudges to somebody that they have not put away, of all rounds. */
  List<NudgeNote> unseen(UUID account) {
    return sql.sql(
            """
            select nudge.id, round.year, round.rehearsal, nudge.at, nudge.message, nudge.seen_at,
                   whom.name as to_name, sender.name as by_name, true as mine
              from nudge
              join round on round.id = nudge.round
              join account whom on whom.id = nudge.account
              join account sender on sender.id = nudge.by_account
             where nudge.account = :account and nudge.seen_at is null
             order by nudge.at desc
            """)
        .param("account", account)
        .query((row, _) -> note(row))
        .list();
  }

  /** The nudges to the people of some units in a round, the latest first. */
  List<NudgeNote> ofUnits(UUID round, List<UUID> units, UUID reader) {
    return sql.sql(
            """
            select nudge.id, round.year, round.rehearsal, nudge.at, nudge.message, nudge.seen_at,
                   whom.name as to_name, sender.name as by_name, nudge.account = :reader as mine
              from nudge
              join round on round.id = nudge.round
              join account whom on whom.id = nudge.account
              join account sender on sender.id = nudge.by_account
             where nudge.round = :round and nudge.unit = any (:units)
             order by nudge.at desc
            """)
        .param("reader", reader)
        .param("round", round)
        .param("units", units.toArray(UUID[]::new))
        .query((row, _) -> note(row))
        .list();
  }

  private static NudgeNote note(ResultSet row) throws SQLException {
    return new NudgeNote(
        row.getObject("id", UUID.class),
        Round.key(row.getInt("year"), row.getBoolean("rehearsal")),
        row.getObject("at", OffsetDateTime.class),
        row.getString("message"),
        row.getString("to_name"),
        row.getString("by_name"),
        row.getBoolean("mine"),
        Optional.ofNullable(row.getObject("seen_at", OffsetDateTime.class)));
  }

  /** Puts a nudge away; the key of its round, absent when it is not theirs to put away. */
  Optional<String> seen(UUID nudge, UUID account) {
    return sql.sql(
            """
            update nudge set seen_at = now_effective()
              from round
             where nudge.id = :id and nudge.account = :account and nudge.seen_at is null
               and round.id = nudge.round
            returning round.year, round.rehearsal
            """)
        .param("id", nudge)
        .param("account", account)
        .query((row, _) -> Round.key(row.getInt("year"), row.getBoolean("rehearsal")))
        .optional();
  }
}
