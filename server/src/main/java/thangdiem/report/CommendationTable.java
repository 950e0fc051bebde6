package thangdiem.report;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of rules and steps of commendation; none is ever changed. */
@Component
class CommendationTable {

  private final JdbcClient sql;

  CommendationTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Every rule of the round, the one that counts first. */
  List<CommendationRule> rules(UUID round) {
    return sql.sql(
            """
            select rule.id, rule.first_of_each, rule.grade, rule.excluded_kinds, rule.none_open,
                   rule.document, rule.document_on, rule.at, account.name
              from commendation_rule rule join account on account.id = rule.by_account
             where rule.round = :round
             order by rule.seq desc
            """)
        .param("round", round)
        .query((row, _) ->
            new CommendationRule(
                row.getObject("id", UUID.class),
                row.getInt("first_of_each"),
                row.getString("grade"),
                new LinkedHashSet<>(List.of(row.getString("excluded_kinds").split(" "))),
                row.getBoolean("none_open"),
                row.getString("document"),
                row.getObject("document_on", LocalDate.class),
                row.getObject("at", OffsetDateTime.class),
                row.getString("name")))
        .list();
  }

  /** The steps that were taken, in their order. */
  List<CommendationStep> steps(UUID round) {
    return sql.sql(
            """
            select step.step, step.units, step.words, step.document, step.document_on, step.at,
                   account.name
              from commendation_step step join account on account.id = step.by_account
             where step.round = :round
             order by array_position(array['SENT', 'RECEIVED', 'SUBMITTED', 'DECIDED'], step.step)
            """)
        .param("round", round)
        .query((row, _) ->
            new CommendationStep(
                CommendationStep.Kind.valueOf(row.getString("step")),
                row.getString("units").lines().toList(),
                row.getString("words"),
                row.getString("document"),
                Optional.ofNullable(row.getObject("document_on", LocalDate.class)),
                row.getObject("at", OffsetDateTime.class),
                row.getString("name")))
        .list();
  }

  /** Until the end of the transaction nobody else sets a rule or takes a step. */
  void lock(UUID round) {
    sql.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:id, 28))")
        .param("id", round.toString())
        .query(Integer.class)
        .single();
  }

  void set(UUID round, RuleForm.Rule rule, UUID by) {
    sql.sql(
            """
            insert into commendation_rule (id, round, first_of_each, grade, excluded_kinds,
                   none_open, document, document_on, at, by_account)
            values (gen_random_uuid(), :round, :first, :grade, :excluded, :noneOpen, :document,
                   :documentOn, now_effective(), :by)
            """)
        .param("round", round)
        .param("first", rule.first())
        .param("grade", rule.grade())
        .param("excluded", String.join(" ", rule.excluded()))
        .param("noneOpen", rule.noneOpen())
        .param("document", rule.document())
        .param("documentOn", rule.documentOn())
        .param("by", by)
        .update();
  }

  void step(
      UUID round,
      UUID rule,
      CommendationStep.Kind kind,
      List<String> units,
      StepForm form,
      UUID by) {
    sql.sql(
            """
            insert into commendation_step
                   (id, round, step, rule, units, words, document, document_on, at, by_account)
            values (gen_random_uuid(), :round, :step, :rule, :units, :words, :document, :documentOn,
                   now_effective(), :by)
            """)
        .param("round", round)
        .param("step", kind.name())
        .param("rule", rule)
        .param("units", String.join("\n", units))
        .param("words", form.words().strip())
        .param("document", kind.underDocument() ? form.document().strip() : "")
        .param("documentOn", kind.underDocument() ? form.day().orElseThrow() : null, Types.DATE)
        .param("by", by)
        .update();
  }
}
