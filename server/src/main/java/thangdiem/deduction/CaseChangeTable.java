package thangdiem.deduction;

import java.sql.Types;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** New rows of deductions and of their steps; none is ever changed. */
@Component
class CaseChangeTable {

  private final JdbcClient sql;

  CaseChangeTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Until the end of the transaction nobody else takes a step of that deduction. */
  void lock(UUID deduction) {
    sql.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:id, 24))")
        .param("id", deduction.toString())
        .query(Integer.class)
        .single();
  }

  /**
   * Proposes every late or missing report that is not proposed yet, from the instants alone; more
   * time that a unit was given counts.
   *
   * @return how many there were
   */
  int proposeLateReports(UUID round) {
    return sql.sql(
            """
            insert into deduction
                   (id, round, unit, kind, occasion, due_at, sent_at, at)
            select gen_random_uuid(), one.round, one.unit, 'late-report', 'report',
                   deadline_of(one.round, one.unit), one.submitted_at, now_effective()
              from round_unit one join round on round.id = one.round
              join round_deduction amount
                on amount.round = one.round and amount.kind = 'late-report'
             where one.round = :round
               and coalesce(one.submitted_at, now_effective()) >= deadline_of(one.round, one.unit)
               and (one.submitted_at is not null or round.phase <> 'OPEN')
            on conflict (round, unit, kind, occasion) do nothing
            """)
        .param("round", round)
        .update();
  }

  /** Keeps the file that shows an incident, unless it is there. */
  void keep(Proposal.Shown shown) {
    sql.sql(
            """
            insert into deduction_capture (sha256, kind, bytes) values (:sha256, :kind, :bytes)
            on conflict do nothing
            """)
        .param("sha256", shown.sha256())
        .param("kind", shown.kind())
        .param("bytes", shown.bytes())
        .update();
  }

  void propose(UUID id, UUID round, UUID unit, Proposal proposal, UUID by) {
    sql.sql(
            """
            insert into deduction (id, round, unit, kind, occasion, happened_on, words, capture,
                   file_name, at, by_account)
            values (:id, :round, :unit, :kind, :occasion, :happened, :words, :capture, :file,
                   now_effective(), :by)
            """)
        .param("id", id)
        .param("round", round)
        .param("unit", unit)
        .param("kind", proposal.cause().kind())
        .param("occasion", proposal.occasion())
        .param("happened", proposal.happenedOn().orElse(null), Types.DATE)
        .param("words", proposal.words())
        .param("capture", proposal.shown().map(Proposal.Shown::sha256).orElse(null), Types.VARCHAR)
        .param("file", proposal.shown().map(Proposal.Shown::fileName).orElse(""))
        .param("by", by)
        .update();
  }

  void notify(DeductionCase about, LocalDate answerBy, String words, UUID by) {
    sql.sql(
            """
            insert into deduction_step
                   (id, deduction, unit, step, answer_by, words, at, by_account)
            values (gen_random_uuid(), :deduction, :unit, 'NOTIFIED', :answerBy, :words,
                   now_effective(), :by)
            """)
        .param("deduction", about.id())
        .param("unit", about.unit())
        .param("answerBy", answerBy)
        .param("words", words)
        .param("by", by)
        .update();
  }

  void explain(DeductionCase about, boolean accepts, String words, UUID by) {
    sql.sql(
            """
            insert into deduction_step (id, deduction, unit, step, accepts, words, at, by_account)
            values (gen_random_uuid(), :deduction, :unit, 'EXPLAINED', :accepts, :words,
                   now_effective(), :by)
            """)
        .param("deduction", about.id())
        .param("unit", about.unit())
        .param("accepts", accepts)
        .param("words", words)
        .param("by", by)
        .update();
  }

  /** Ends it, or annuls what ended it. */
  void end(DeductionCase about, Ending ending, UUID by) {
    sql.sql(
            """
            insert into deduction_step (id, deduction, unit, step, reason, words, document,
                   document_on, at, by_account)
            values (gen_random_uuid(), :deduction, :unit, :step, :reason, :words, :document,
                   :documentOn, now_effective(), :by)
            """)
        .param("deduction", about.id())
        .param("unit", about.unit())
        .param("step", ending.ground().step().name())
        .param("reason", ending.ground().name())
        .param("words", ending.words())
        .param("document", ending.document().map(Step.Document::number).orElse(""))
        .param("documentOn", ending.document().map(Step.Document::day).orElse(null), Types.DATE)
        .param("by", by)
        .update();
  }
}
