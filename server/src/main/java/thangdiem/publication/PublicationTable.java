package thangdiem.publication;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.Round;

/** The rows of what was published; there is no way to change one. */
@Component
class PublicationTable {

  private final JdbcClient sql;

  PublicationTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** All versions, the latest first. */
  List<PublishedVersion> of(Round round) {
    return sql.sql(
            """
            select publication.version, decision_number, decision_on, sha256, visible_from,
                   visible_from <= now_effective() as visible, publication.at, account.name as by
              from publication join account on account.id = publication.by_account
             where round = :round order by publication.version desc
            """)
        .param("round", round.id())
        .query(PublishedVersion.class)
        .list();
  }

  Optional<byte[]> bundle(Round round, int version) {
    return sql.sql("select bundle from publication where round = :round and version = :version")
        .param("round", round.id())
        .param("version", version)
        .query(byte[].class)
        .optional();
  }

  void add(
      Actor actor,
      Round round,
      int version,
      Decree decree,
      byte[] bundle,
      String sha256,
      String resultsSha256) {
    sql.sql(
            """
            insert into publication
                   (round, version, decision_number, decision_on, bundle, sha256, results_sha256,
                    visible_from, at, by_account)
            select :round, :version, :number, :on, :bundle, :sha256, :results,
                   greatest(cast(:visible as timestamptz), now), now, :by
              from now_effective() now
            """)
        .param("round", round.id())
        .param("version", version)
        .param("number", decree.number())
        .param("on", decree.on())
        .param("bundle", bundle)
        .param("sha256", sha256)
        .param("results", resultsSha256)
        .param("visible", decree.visibleFrom())
        .param("by", actor.account())
        .update();
  }
}
