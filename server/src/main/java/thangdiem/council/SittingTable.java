package thangdiem.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.Round;

/** The rows of sessions, and of who is there. */
@Component
class SittingTable {

  private final JdbcClient sql;

  SittingTable(JdbcClient sql) {
    this.sql = sql;
  }

  List<Session> of(Round round) {
    return sql.sql(
            """
            select id, number, held_on, place, opened_at, closed_at
              from council_session where round = :round order by number
            """)
        .param("round", round.id())
        .query((row, _) -> session(row))
        .list();
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getObject("held_on", LocalDate.class),
        row.getString("place"),
        Optional.ofNullable(row.getObject("opened_at", OffsetDateTime.class)),
        Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class)));
  }

  /** Calls the next session; its number. */
  int call(Actor actor, Round round, LocalDate on, String place) {
    return sql.sql(
            """
            insert into council_session (id, round, number, held_on, place, at, by_account)
            select gen_random_uuid(), :round, coalesce(max(number), 0) + 1, :on, :place,
                   now_effective(), :by
              from council_session where round = :round
            returning number
            """)
        .param("round", round.id())
        .param("on", on)
        .param("place", place)
        .param("by", actor.account())
        .query(Integer.class)
        .single();
  }

  boolean open(Actor actor, Session session) {
    return sql.sql(
                """
                update council_session set opened_at = now_effective(), opened_by = :by
                 where id = :session and opened_at is null
                """)
            .param("by", actor.account())
            .param("session", session.id())
            .update()
        == 1;
  }

  boolean close(Actor actor, Session session) {
    return sql.sql(
                """
                update council_session set closed_at = now_effective(), closed_by = :by
                 where id = :session and opened_at is not null and closed_at is null
                """)
            .param("by", actor.account())
            .param("session", session.id())
            .update()
        == 1;
  }

  /** Who is there, by session. */
  Map<UUID, Set<UUID>> present(Round round) {
    var present = new HashMap<UUID, Set<UUID>>();
    sql.sql(
            """
            select session.id as session, here.account
              from council_session session
              cross join lateral council_present(session.id) as here(account)
             where session.round = :round
            """)
        .param("round", round.id())
        .query((row, _) ->
            present
                .computeIfAbsent(row.getObject("session", UUID.class), _ -> new HashSet<>())
                .add(row.getObject("account", UUID.class)))
        .list();
    return present;
  }

  void note(Actor actor, Session session, UUID account, boolean present) {
    sql.sql(
            """
            insert into council_presence (id, session, account, present, at, by_account)
            values (gen_random_uuid(), :session, :account, :present, now_effective(), :by)
            """)
        .param("session", session.id())
        .param("account", account)
        .param("present", present)
        .param("by", actor.account())
        .update();
  }
}
