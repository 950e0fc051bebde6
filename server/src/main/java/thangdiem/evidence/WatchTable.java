package thangdiem.evidence;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was read again of evidence, and when. */
@Component
class WatchTable {

  /** Bytes to read again, and how many they are. */
  record Due(String sha256, long size) {}

  private final JdbcClient sql;

  WatchTable(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * What to read tonight: those read longest ago, never read ones first, until they are the share
   * of one night.
   *
   * @param least bytes to read whatever the share is
   */
  List<Due> due(int nights, long least) {
    return sql.sql(
            """
            with standing as (
              select sha256, max(size)::bigint as size
                from evidence_item where withdrawn_at is null group by sha256),
            queue as (
              select standing.sha256, standing.size,
                     sum(standing.size) over (
                       order by known.at nulls first, standing.sha256) - standing.size as before
                from standing left join evidence_check known on known.sha256 = standing.sha256)
            select sha256, size from queue
             where before < greatest(:least, (select sum(size) from standing) / :nights)
             order by before
            """)
        .param("least", least)
        .param("nights", nights)
        .query(Due.class)
        .list();
  }

  /** Whether a document still has these bytes. */
  boolean stands(String sha256) {
    return sql.sql(
            """
            select exists (
              select from evidence_item where sha256 = :sha256 and withdrawn_at is null)
            """)
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }

  /** Whether it is known to be damaged. */
  boolean isBroken(String sha256) {
    return sql.sql(
            """
            select exists (select from evidence_check where sha256 = :sha256 and not whole)
            """)
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }

  /** Writes down what was found. */
  void found(String sha256, boolean whole) {
    sql.sql(
            """
            insert into evidence_check (sha256, at, whole, broken_since)
            values (:sha256, now_effective(), :whole,
                    case when :whole then null else now_effective() end)
            on conflict (sha256) do update
              set at = excluded.at, whole = excluded.whole,
                  broken_since = case when excluded.whole then null
                    else coalesce(evidence_check.broken_since, excluded.broken_since) end
            """)
        .param("sha256", sha256)
        .param("whole", whole)
        .update();
  }

  /** Forgets bytes that no document has any more. */
  void forgetUnused() {
    sql.sql(
            """
            delete from evidence_check known
             where not exists (
               select from evidence_item item
                where item.sha256 = known.sha256 and item.withdrawn_at is null)
            """)
        .update();
  }

  EvidenceWatchPage.Progress progress() {
    return sql.sql(
            """
            with standing as (
              select sha256, max(size)::bigint as size
                from evidence_item where withdrawn_at is null group by sha256)
            select count(*) as documents, coalesce(sum(size), 0) as bytes,
                   count(known.at) as read, min(known.at) as oldest, max(known.at) as latest
              from standing left join evidence_check known on known.sha256 = standing.sha256
            """)
        .query((row, _) ->
            new EvidenceWatchPage.Progress(
                row.getLong("documents"),
                row.getLong("bytes"),
                row.getLong("read"),
                Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("latest", OffsetDateTime.class))))
        .single();
  }

  /** The documents whose bytes are no longer those that were added. */
  List<EvidenceWatchPage.Broken> broken() {
    return sql.sql(
            """
            select item.file_name, item.sha256, round_unit.name as unit, round.name as round,
                   known.broken_since as since
              from evidence_check known
              join evidence_item item
                on item.sha256 = known.sha256 and item.withdrawn_at is null
              join round on round.id = item.round
              join round_unit on round_unit.round = item.round and round_unit.unit = item.unit
             where not known.whole
             order by known.broken_since desc, round_unit.ordinal, item.file_name
            """)
        .query(EvidenceWatchPage.Broken.class)
        .list();
  }

  /** Where those read their letters who see to it (quản trị hệ thống, kiểm toán). */
  List<String> addresses() {
    return sql.sql(
            """
            select distinct account.email
              from account join account_role held on held.account = account.id
             where held.role in ('ADMINISTRATOR', 'AUDITOR')
               and account.disabled_at is null and account.email <> ''
             order by account.email
            """)
        .query(String.class)
        .list();
  }
}
