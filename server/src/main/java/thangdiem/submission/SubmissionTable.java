package thangdiem.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of reports, and the mark of having sent one on the unit's own row. */
@Component
class SubmissionTable {

  private final JdbcClient sql;

  SubmissionTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Nobody saves or sends anything of this unit until the transaction ends. */
  void lock(Assessment assessment) {
    sql.sql("select 1 from round_unit where round = :round and unit = :unit for update")
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .query(Integer.class)
        .single();
  }

  /** Every report of the unit, the latest first. */
  List<Submission> of(Assessment assessment) {
    return sql.sql(
            """
            select sent.id, sent.version, sent.sha256, sent.total, sent.grade, sent.late,
                   sent.event, sent.at, account.name, sent.taken_back_at
              from submission sent join account on account.id = sent.by_account
             where sent.round = :round and sent.unit = :unit
             order by sent.version desc
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .query((row, _) -> submission(row))
        .list();
  }

  /** The report that a form of that request made. */
  Optional<Integer> madeBy(Assessment assessment, UUID request) {
    return sql.sql(
            """
            select version from submission
             where round = :round and unit = :unit and request = :request
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("request", request)
        .query(Integer.class)
        .optional();
  }

  private static Submission submission(ResultSet row) throws SQLException {
    return new Submission(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        row.getString("sha256"),
        row.getString("total"),
        row.getString("grade"),
        row.getBoolean("late"),
        row.getObject("event", UUID.class),
        row.getObject("at", OffsetDateTime.class),
        row.getString("name"),
        Optional.ofNullable(row.getObject("taken_back_at", OffsetDateTime.class)));
  }

  byte[] answers(UUID submission) {
    return sql.sql("select answers from submission where id = :id")
        .param("id", submission)
        .query(byte[].class)
        .single();
  }

  /** Whether it is late, as the database's clock says at this moment. */
  record Sent(int version, boolean late, OffsetDateTime at) {}

  /** Keeps a report, and marks the unit as having sent one. */
  Sent send(
      Assessment assessment,
      UUID request,
      Snapshot snapshot,
      String total,
      String grade,
      UUID event) {
    return sql.sql(
            """
            with moment as materialized (select now_effective() as at),
            marked as (
              update round_unit set submitted_at = moment.at
                from moment
               where round = :round and unit = :unit
              returning round, unit, submitted_at as at)
            insert into submission (id, round, unit, version, request, answers, sha256, total,
                   grade, late, event, at, by_account)
            select gen_random_uuid(), round, unit,
                   1 + (select count(*) from submission earlier
                         where earlier.round = marked.round and earlier.unit = marked.unit),
                   :request, :answers, :sha256, :total, :grade, at >= deadline_of(round, unit),
                   :event, at, :by
              from marked
            returning version, late, at
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("request", request)
        .param("answers", snapshot.bytes())
        .param("sha256", snapshot.sha256())
        .param("total", total)
        .param("grade", grade)
        .param("event", event)
        .param("by", assessment.reader())
        .query(Sent.class)
        .single();
  }

  /** Takes the standing report back; false when it does not stand any more. */
  boolean takeBack(Assessment assessment, int version) {
    return sql.sql(
                """
                with taken as (
                  update submission set taken_back_at = now_effective(), taken_back_by = :by
                   where round = :round and unit = :unit and version = :version
                     and taken_back_at is null
                  returning round, unit)
                update round_unit set submitted_at = null
                  from taken
                 where round_unit.round = taken.round and round_unit.unit = taken.unit
                """)
            .param("by", assessment.reader())
            .param("round", assessment.round().id())
            .param("unit", assessment.unit().unit())
            .param("version", version)
            .update()
        == 1;
  }
}
