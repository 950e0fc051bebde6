package thangdiem.deduction;

import java.time.LocalDate;
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

/** Notices that a unit has not answered yet, for its head and clerks (việc giải trình). */
@Component
class DeductionTasks implements Tasks {

  private final JdbcClient sql;

  DeductionTasks(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Task> of(Actor reader) {
    return sql.sql(
            """
            select round.id, round.year, round.rehearsal, one.code, one.name,
                   notice.answer_by, notice.words, notice.at
              from deduction
              join deduction_step notice
                on notice.deduction = deduction.id and notice.step = 'NOTIFIED'
              join round on round.id = deduction.round
               and round.phase in ('OPEN', 'VERIFYING', 'EXPLAINING', 'COUNCIL')
              join round_unit one on one.round = deduction.round and one.unit = deduction.unit
             where not exists (
                     select from deduction_step later
                      where later.deduction = deduction.id and later.step <> 'NOTIFIED')
               and exists (
                     select from account_role held
                      where held.account = :reader and held.role in ('CLERK', 'HEAD')
                        and deduction.unit in (select id from unit_and_below(held.unit)))
             order by notice.at desc
            """)
        .param("reader", reader.account())
        .query((row, _) ->
            new Task(
                row.getObject("id", UUID.class),
                Sentence.of(
                    "task.deduction",
                    row.getString("name"),
                    row.getObject("answer_by", LocalDate.class)),
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class),
                "/rounds/"
                    + Round.key(row.getInt("year"), row.getBoolean("rehearsal"))
                    + "/assessments/"
                    + row.getString("code")
                    + "/deductions",
                false))
        .list();
  }
}
