package thangdiem.council;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.AdoptedAnswers;
import thangdiem.round.Round;

/** The rows of adopted results, each as its bytes; there is no way to change one. */
@Component
class AdoptionTable implements AdoptedAnswers {

  private final JdbcClient sql;

  AdoptionTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Nothing that a result is made of changes until the transaction ends. */
  void lock(Round round) {
    sql.sql("select 1 from round where id = :round for no key update")
        .param("round", round.id())
        .query(Integer.class)
        .single();
  }

  @Override
  public Optional<byte[]> of(Round round) {
    return sql.sql(
            """
            select answers from adoption where round = :round order by version desc limit 1
            """)
        .param("round", round.id())
        .query(byte[].class)
        .optional();
  }

  /** All versions, the latest first. */
  List<Adoption> versions(Round round) {
    return sql.sql(
            """
            select adoption.version, adoption.sha256, adoption.results_sha256, adoption.correction,
                   coalesce(session.number, 0) as session, adoption.at, account.name
              from adoption
              join account on account.id = adoption.by_account
              left join council_motion motion on motion.id = adoption.motion
              left join council_item item on item.id = motion.item
              left join council_session session on session.id = item.session
             where adoption.round = :round
             order by adoption.version desc
            """)
        .param("round", round.id())
        .query((row, _) ->
            new Adoption(
                row.getInt("version"),
                row.getString("sha256"),
                row.getString("results_sha256"),
                Optional.ofNullable(row.getObject("correction", UUID.class)),
                row.getInt("session"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("name")))
        .list();
  }

  Optional<byte[]> bundle(Round round, int version) {
    return sql.sql("select bundle from adoption where round = :round and version = :version")
        .param("round", round.id())
        .param("version", version)
        .query(byte[].class)
        .optional();
  }

  Optional<byte[]> answers(Round round, int version) {
    return sql.sql("select answers from adoption where round = :round and version = :version")
        .param("round", round.id())
        .param("version", version)
        .query(byte[].class)
        .optional();
  }

  void add(
      Actor actor,
      Round round,
      int version,
      Snapshot snapshot,
      Optional<UUID> motion,
      Optional<UUID> correction) {
    sql.sql(
            """
            insert into adoption
                   (round, version, answers, bundle, sha256, results_sha256, criteria_sha256,
                    motion, correction, at, by_account)
            values (:round, :version, :answers, :bundle, :sha256, :results, :criteria, :motion,
                    :correction, now_effective(), :by)
            """)
        .param("round", round.id())
        .param("version", version)
        .param("answers", snapshot.answers())
        .param("bundle", snapshot.bundle())
        .param("sha256", snapshot.sha256())
        .param("results", snapshot.resultsSha256())
        .param("criteria", round.criteriaSha256())
        .param("motion", motion.orElse(null), java.sql.Types.OTHER)
        .param("correction", correction.orElse(null), java.sql.Types.OTHER)
        .param("by", actor.account())
        .update();
  }
}
