package thangdiem.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.Round;

/** Reads what the council has put into its column: motions that carried, corrections in force. */
@Component
class AdjustmentTable {

  private final JdbcClient sql;

  AdjustmentTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** By unit, in the order in which they took effect. */
  Map<UUID, List<Adjustment>> of(Round round, CriteriaSet set) {
    var adjustments = new HashMap<UUID, List<Adjustment>>();
    sql.sql(
            """
            select motion.id, motion.unit, motion.code, motion.kind, motion.ground, motion.words,
                   facts.names, facts.vals, session.number, session.held_on as day, '' as document,
                   voted.votes_for, voted.votes_against, voted.votes_abstained, voted.at,
                   0 as version
              from council_motion motion
              join council_conclusion voted on voted.motion = motion.id and voted.carried
              join council_item item on item.id = motion.item
              join council_session session on session.id = item.session
              left join lateral (
                select array_agg(fact order by fact) as names,
                       array_agg(value order by fact) as vals
                  from council_motion_fact where motion = motion.id) facts on true
             where motion.round = :round and motion.kind not in ('KEEP', 'ADOPT')
            union all
            select correction.id, correction.unit, correction.code, correction.kind,
                   correction.ground, correction.words, facts.names, facts.vals, 0,
                   correction.document_on, correction.document, 0, 0, 0, adoption.at,
                   adoption.version
              from correction
              join adoption on adoption.correction = correction.id
              left join lateral (
                select array_agg(fact order by fact) as names,
                       array_agg(value order by fact) as vals
                  from correction_fact where correction = correction.id) facts on true
             where correction.round = :round
               and correction.kind not in ('DEDUCTED', 'DEDUCTION_LIFTED')
             order by version, at, id
            """)
        .param("round", round.id())
        .query((row, _) ->
            adjustments
                .computeIfAbsent(row.getObject("unit", UUID.class), _ -> new ArrayList<>())
                .add(adjustment(row, set)))
        .list();
    return adjustments;
  }

  private static Adjustment adjustment(ResultSet row, CriteriaSet set) throws SQLException {
    return new Adjustment(
        row.getObject("id", UUID.class),
        row.getObject("unit", UUID.class),
        row.getString("code"),
        MotionKind.valueOf(row.getString("kind")),
        row.getString("ground"),
        row.getString("words"),
        FactValues.of(row, set),
        row.getInt("number"),
        row.getObject("day", LocalDate.class),
        Optional.of(row.getString("document")).filter(text -> !text.isEmpty()),
        row.getInt("votes_for"),
        row.getInt("votes_against"),
        row.getInt("votes_abstained"),
        row.getObject("at", OffsetDateTime.class));
  }
}
