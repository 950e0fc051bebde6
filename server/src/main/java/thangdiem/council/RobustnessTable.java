package thangdiem.council;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.Round;

/** The rows that say with what the firmness of a ranking was measured. */
@Component
class RobustnessTable {

  private final JdbcClient sql;

  RobustnessTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The latest measurement. */
  Optional<RobustnessPage.Run> latest(Round round) {
    return sql.sql(
            """
            select run.draws, run.seed, run.sha256, run.at, account.name
              from robustness_run run join account on account.id = run.by_account
             where run.round = :round order by run.seq desc limit 1
            """)
        .param("round", round.id())
        .query((row, _) ->
            new RobustnessPage.Run(
                row.getInt("draws"),
                row.getLong("seed"),
                row.getString("sha256"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("name")))
        .optional();
  }

  void add(Actor actor, Round round, int draws, long seed, String sha256) {
    sql.sql(
            """
            insert into robustness_run (id, round, draws, seed, sha256, at, by_account)
            values (gen_random_uuid(), :round, :draws, :seed, :sha256, now_effective(), :by)
            """)
        .param("round", round.id())
        .param("draws", draws)
        .param("seed", seed)
        .param("sha256", sha256)
        .param("by", actor.account())
        .update();
  }
}
