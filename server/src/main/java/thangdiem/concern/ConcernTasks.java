package thangdiem.concern;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.round.Round;
import thangdiem.round.Task;
import thangdiem.round.Tasks;
import thangdiem.words.Sentence;

/** Reports that wait, for the organiser and the council's secretary (việc xem báo số liệu sai). */
@Component
class ConcernTasks implements Tasks {

  private final JdbcClient sql;

  ConcernTasks(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Task> of(Actor reader) {
    if (!reader.isAny(Role.ORGANISER, Role.COUNCIL_SECRETARY)) {
      return List.of();
    }
    return sql.sql(
            """
            select round.id, round.year, round.rehearsal, count(*) as waiting,
                   max(concern.at) as at
              from concern join round on round.id = concern.round
             where not exists (
                     select from concern_step
                      where concern_step.concern = concern.id and step <> 'TAKEN_UP')
               and not is_recused(:reader, concern.unit)
             group by round.id
             order by at desc
            """)
        .param("reader", reader.account())
        .query((row, _) ->
            new Task(
                row.getObject("id", UUID.class),
                Sentence.of("task.concern", row.getLong("waiting"), row.getInt("year")),
                "",
                row.getObject("at", OffsetDateTime.class),
                "/rounds/"
                    + Round.key(row.getInt("year"), row.getBoolean("rehearsal"))
                    + "/concerns",
                false))
        .list();
  }
}
