package thangdiem.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.Round;
import thangdiem.round.Task;
import thangdiem.round.Tasks;
import thangdiem.words.Sentence;

/** Sections that were given to somebody, and comments that name them (việc được giao, nhắc tên). */
@Component
class OwnTasks implements Tasks {

  private final JdbcClient sql;

  OwnTasks(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Task> of(Actor reader) {
    return sql.sql(
            """
            select 'SECTION' as kind, round.id, round.year, round.rehearsal, one.code, one.name,
                   string_agg(doing.section, ', ' order by doing.section) as what, '' as words,
                   max(doing.at) as at, giver.name as by_name
              from section_assignment doing
              join round on round.id = doing.round and round.phase = 'OPEN'
              join round_unit one
                on one.round = doing.round and one.unit = doing.unit and one.submitted_at is null
              join account giver on giver.id = doing.by_account
             where doing.account = :reader
             group by round.id, one.code, one.name, giver.name
            union all
            select 'MENTION', round.id, round.year, round.rehearsal, one.code, one.name,
                   said.fact, said.words, said.at, sayer.name
              from comment_mention named
              join answer_comment said on said.id = named.comment
              join round on round.id = said.round
              join round_unit one on one.round = said.round and one.unit = said.unit
              join account sayer on sayer.id = said.by_account
             where named.account = :reader and named.seen_at is null
             order by at desc
            """)
        .param("reader", reader.account())
        .query((row, _) -> task(row))
        .list();
  }

  private static Task task(ResultSet row) throws SQLException {
    boolean section = row.getString("kind").equals("SECTION");
    var path =
        "/rounds/"
            + Round.key(row.getInt("year"), row.getBoolean("rehearsal"))
            + "/assessments/"
            + row.getString("code");
    return new Task(
        row.getObject("id", UUID.class),
        section
            ? Sentence.of(
                "task.section",
                row.getString("by_name"),
                row.getString("what"),
                row.getString("name"))
            : Sentence.of("task.mention", row.getString("by_name"), row.getString("name")),
        row.getString("words"),
        row.getObject("at", OffsetDateTime.class),
        section ? path + "/mine" : path + "/facts/" + row.getString("what") + "/seen",
        !section);
  }
}
