package thangdiem.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;

/** The rows of motions; there is no way to change one. */
@Component
class MotionTable {

  private final JdbcClient sql;

  MotionTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** All of a round, in the order in which they were made. */
  List<Motion> of(Round round, CriteriaSet set) {
    return sql.sql(
            """
            select motion.id, motion.seq, motion.item, motion.unit, motion.code, motion.kind,
                   motion.ground, motion.words, motion.results_sha256, motion.at,
                   motion.by_account, account.name, facts.names, facts.vals
              from council_motion motion
              join account on account.id = motion.by_account
              left join lateral (
                select array_agg(fact order by fact) as names,
                       array_agg(value order by fact) as vals
                  from council_motion_fact where motion = motion.id) facts on true
             where motion.round = :round
             order by motion.seq
            """)
        .param("round", round.id())
        .query((row, _) -> motion(row, set))
        .list();
  }

  private static Motion motion(ResultSet row, CriteriaSet set) throws SQLException {
    return new Motion(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        row.getObject("item", UUID.class),
        Optional.ofNullable(row.getObject("unit", UUID.class)),
        row.getString("code"),
        MotionKind.valueOf(row.getString("kind")),
        row.getString("ground"),
        row.getString("words"),
        FactValues.of(row, set),
        row.getString("results_sha256"),
        row.getObject("at", OffsetDateTime.class),
        row.getObject("by_account", UUID.class),
        row.getString("name"));
  }

  UUID add(Actor actor, Round round, AgendaItem item, Proposed proposed, String resultsSha256) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into council_motion
                   (id, item, round, unit, code, kind, ground, words, results_sha256, at,
                    by_account)
            values (:id, :item, :round, :unit, :code, :kind, :ground, :words, :results,
                    now_effective(), :by)
            """)
        .param("id", id)
        .param("item", item.id())
        .param("round", round.id())
        .param("unit", item.unit().orElse(null), java.sql.Types.OTHER)
        .param("code", item.code())
        .param("kind", proposed.kind().name())
        .param("ground", proposed.ground())
        .param("words", proposed.words())
        .param("results", resultsSha256)
        .param("by", actor.account())
        .update();
    proposed
        .facts()
        .forEach((fact, value) ->
            sql.sql("insert into council_motion_fact values (:motion, :fact, :value)")
                .param("motion", id)
                .param("fact", fact)
                .param("value", value.map(TypedFact::json).orElse(null))
                .update());
    return id;
  }
}
