package thangdiem.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.Round;
import thangdiem.round.RoundCalendar;
import thangdiem.round.Task;
import thangdiem.round.Tasks;
import thangdiem.words.Sentence;

/** What units are still to answer or to complete (việc giải trình và bổ sung của đơn vị). */
@Component
class HearingTasks implements Tasks {

  private final JdbcClient sql;

  HearingTasks(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Task> of(Actor reader) {
    return sql.sql(
            """
            with own as (
              select distinct held.unit from account_role held
               where held.account = :reader and held.role in ('CLERK', 'HEAD')),
            waiting as (
              select asked.round, asked.unit, 'EXPLAIN' as kind, count(*) as things,
                     min(asked.until) as until, max(asked.at) as at, '' as words
                from explanation_request asked
                left join explanation said on said.request = asked.id
               where asked.unit in (select unit from own) and said.sent_at is null
                 and now_effective() < asked.until
               group by asked.round, asked.unit
              union all
              select completion.round, completion.unit, 'COMPLETE',
                     (select count(*) from completion_item
                       where completion_item.completion = completion.id and about = 'FACT'),
                     completion.until, completion.at, completion.words
                from completion
               where completion.unit in (select unit from own)
                 and now_effective() < completion.until)
            select waiting.*, round.year, round.rehearsal, one.code, one.name
              from waiting
              join round on round.id = waiting.round and round.phase in ('VERIFYING', 'EXPLAINING')
              join round_unit one on one.round = waiting.round and one.unit = waiting.unit
            """)
        .param("reader", reader.account())
        .query((row, _) -> task(row))
        .list();
  }

  private static Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getObject("round", UUID.class),
        Sentence.of(
            row.getString("kind").equals("EXPLAIN") ? "task.explain" : "task.complete",
            row.getString("name"),
            row.getLong("things"),
            RoundCalendar.until(row.getObject("until", OffsetDateTime.class))),
        row.getString("words"),
        row.getObject("at", OffsetDateTime.class),
        "/rounds/"
            + Round.key(row.getInt("year"), row.getBoolean("rehearsal"))
            + "/assessments/"
            + row.getString("code")
            + "/findings",
        false);
  }
}
