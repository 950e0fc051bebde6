package thangdiem.council;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.Round;

/** The rows of agendas. */
@Component
class AgendaTable {

  private final JdbcClient sql;

  AgendaTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** All of a round, in the order in which they were put on. */
  List<AgendaItem> of(Round round) {
    return sql.sql(
            """
            select item.id, item.session, item.unit, item.code, item.source, item.words, item.at,
                   account.name, item.taken_off_words
              from council_item item join account on account.id = item.by_account
             where item.round = :round
             order by item.seq
            """)
        .param("round", round.id())
        .query((row, _) ->
            new AgendaItem(
                row.getObject("id", UUID.class),
                row.getObject("session", UUID.class),
                Optional.ofNullable(row.getObject("unit", UUID.class)),
                row.getString("code"),
                Source.valueOf(row.getString("source")),
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("name"),
                Optional.of(row.getString("taken_off_words")).filter(text -> !text.isEmpty())))
        .list();
  }

  /** A criterion that a unit contests: it explained otherwise, and was not followed, or not yet. */
  record Contested(UUID unit, String code, String words) {}

  List<Contested> contested(Round round) {
    return sql.sql(
            """
            select request.unit, request.code, explanation.words
              from explanation_request request
              join explanation on explanation.request = request.id
               and explanation.sent_at is not null and not explanation.agrees
              left join explanation_outcome outcome on outcome.request = request.id
             where request.round = :round and request.turn > 0
               and (outcome.request is null or outcome.result <> 'ACCEPTED')
             order by request.at, request.id
            """)
        .param("round", round.id())
        .query(Contested.class)
        .list();
  }

  UUID add(
      Actor actor,
      Round round,
      Session session,
      Optional<UUID> unit,
      String code,
      Source source,
      String words) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into council_item
                   (id, round, session, unit, code, source, words, at, by_account)
            values (:id, :round, :session, :unit, :code, :source, :words, now_effective(), :by)
            """)
        .param("id", id)
        .param("round", round.id())
        .param("session", session.id())
        .param("unit", unit.orElse(null), java.sql.Types.OTHER)
        .param("code", code)
        .param("source", source.name())
        .param("words", words)
        .param("by", actor.account())
        .update();
    return id;
  }

  boolean takeOff(Actor actor, AgendaItem item, String words) {
    return sql.sql(
                """
                update council_item
                   set taken_off_words = :words, taken_off_at = now_effective(), taken_off_by = :by
                 where id = :item and taken_off_at is null
                """)
            .param("words", words)
            .param("by", actor.account())
            .param("item", item.id())
            .update()
        == 1;
  }
}
