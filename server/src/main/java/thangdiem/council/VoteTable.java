package thangdiem.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.Round;

/** The rows of votes, and of what they came to. */
@Component
class VoteTable {

  private final JdbcClient sql;

  VoteTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** All votes of a round, changed ones too, in the order in which they were given. */
  List<Vote> of(Round round) {
    return sql.sql(
            """
            select vote.motion, vote.by_account as account, account.name, vote.choice, vote.at,
                   vote.seq = max(vote.seq) over (partition by vote.motion, vote.by_account) as stands
              from council_vote vote
              join council_motion motion on motion.id = vote.motion
              join account on account.id = vote.by_account
             where motion.round = :round
             order by vote.seq
            """)
        .param("round", round.id())
        .query(Vote.class)
        .list();
  }

  void add(Actor actor, Motion motion, Choice choice) {
    sql.sql(
            """
            insert into council_vote (id, motion, unit, choice, at, by_account)
            values (gen_random_uuid(), :motion, :unit, :choice, now_effective(), :by)
            """)
        .param("motion", motion.id())
        .param("unit", motion.unit().orElse(null), java.sql.Types.OTHER)
        .param("choice", choice.name())
        .param("by", actor.account())
        .update();
  }

  /** What votes came to, by motion. */
  Map<UUID, Conclusion> conclusions(Round round) {
    var conclusions = new HashMap<UUID, Conclusion>();
    sql.sql(
            """
            select motion, carried, votes_for, votes_against, votes_abstained, eligible, present,
                   needed, points_before, points_after, total_before, total_after, grade_before,
                   grade_after, rank_before, rank_after, at
              from council_conclusion where round = :round
            """)
        .param("round", round.id())
        .query((row, _) -> conclusions.put(row.getObject("motion", UUID.class), conclusion(row)))
        .list();
    return conclusions;
  }

  private static Conclusion conclusion(ResultSet row) throws SQLException {
    return new Conclusion(
        row.getObject("motion", UUID.class),
        row.getBoolean("carried"),
        row.getInt("votes_for"),
        row.getInt("votes_against"),
        row.getInt("votes_abstained"),
        row.getInt("eligible"),
        row.getInt("present"),
        row.getInt("needed"),
        new Conclusion.Change(
            row.getString("points_before"),
            row.getString("points_after"),
            row.getString("total_before"),
            row.getString("total_after"),
            row.getString("grade_before"),
            row.getString("grade_after"),
            row.getInt("rank_before"),
            row.getInt("rank_after")),
        row.getObject("at", OffsetDateTime.class));
  }

  /** Counts what stands, as the database knows it at this moment. */
  record Count(int votesFor, int votesAgainst, int votesAbstained, int eligible, int present) {

    int cast() {
      return votesFor + votesAgainst + votesAbstained;
    }

    /** More than half of the votes that were cast, abstentions among them. */
    boolean carries() {
      return 2 * votesFor > cast();
    }
  }

  Count count(Round round, AgendaItem item, Motion motion) {
    return sql.sql(
            """
            with able as (
              select council_eligible(:round, cast(:unit as uuid)) as account)
            select (count(*) filter (where choice = 'FOR'))::int as votes_for,
                   (count(*) filter (where choice = 'AGAINST'))::int as votes_against,
                   (count(*) filter (where choice = 'ABSTAIN'))::int as votes_abstained,
                   count(*)::int as eligible,
                   (count(*) filter (
                     where able.account in (select council_present(:session))))::int as present
              from able left join council_votes(:motion) votes on votes.account = able.account
            """)
        .param("round", round.id())
        .param("unit", motion.unit().orElse(null), java.sql.Types.OTHER)
        .param("session", item.session())
        .param("motion", motion.id())
        .query(Count.class)
        .single();
  }

  void conclude(
      Actor actor, Round round, Motion motion, Count count, int needed, Conclusion.Change change) {
    sql.sql(
            """
            insert into council_conclusion
                   (motion, round, carried, votes_for, votes_against, votes_abstained, eligible,
                    present, needed, points_before, points_after, total_before, total_after,
                    grade_before, grade_after, rank_before, rank_after, at, by_account)
            values (:motion, :round, :carried, :for, :against, :abstained, :eligible, :present,
                    :needed, :pointsBefore, :pointsAfter, :totalBefore, :totalAfter, :gradeBefore,
                    :gradeAfter, :rankBefore, :rankAfter, now_effective(), :by)
            """)
        .param("motion", motion.id())
        .param("round", round.id())
        .param("carried", count.carries())
        .param("for", count.votesFor())
        .param("against", count.votesAgainst())
        .param("abstained", count.votesAbstained())
        .param("eligible", count.eligible())
        .param("present", count.present())
        .param("needed", needed)
        .param("pointsBefore", change.pointsBefore())
        .param("pointsAfter", change.pointsAfter())
        .param("totalBefore", change.totalBefore())
        .param("totalAfter", change.totalAfter())
        .param("gradeBefore", change.gradeBefore())
        .param("gradeAfter", change.gradeAfter())
        .param("rankBefore", change.rankBefore())
        .param("rankAfter", change.rankAfter())
        .param("by", actor.account())
        .update();
  }
}
