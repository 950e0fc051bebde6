package thangdiem.deduction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.criteria.Points;

/** The rows of deductions and of their steps, as they are read. */
@Component
class CaseTable {

  private final JdbcClient sql;

  CaseTable(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * The deductions of a round, the latest first.
   *
   * @param unit only of that unit; null: of all
   * @param reader for whom it is said whether they are recused; null: for nobody
   */
  List<DeductionCase> of(UUID round, @Nullable UUID unit, @Nullable UUID reader) {
    var steps = steps(round);
    return sql
        .sql(
            """
            select deduction.id, deduction.unit, one.code, one.name as unit_name, deduction.kind,
                   deduction.occasion, deduction.happened_on, deduction.due_at, deduction.sent_at,
                   deduction.words, deduction.capture, capture.kind as capture_kind,
                   deduction.file_name, amount.points, deduction.at, proposer.name as by_name,
                   is_recused(cast(:reader as uuid), deduction.unit) as recused
              from deduction
              join round_unit one on one.round = deduction.round and one.unit = deduction.unit
              join round_deduction amount
                on amount.round = deduction.round and amount.kind = deduction.kind
              left join deduction_capture capture on capture.sha256 = deduction.capture
              left join account proposer on proposer.id = deduction.by_account
             where deduction.round = :round
               and (cast(:unit as uuid) is null or deduction.unit = :unit)
             order by deduction.at desc, one.code, deduction.kind, deduction.occasion
            """)
        .param("round", round)
        .param("unit", unit, Types.OTHER)
        .param("reader", reader, Types.OTHER)
        .query(
            (row, _) -> found(row, steps.getOrDefault(row.getObject("id", UUID.class), List.of())))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<DeductionCase> found(ResultSet row, List<Step> steps)
      throws SQLException {
    var cause = Cause.of(row.getString("kind"));
    if (cause.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DeductionCase(
            row.getObject("id", UUID.class),
            row.getObject("unit", UUID.class),
            row.getString("code"),
            row.getString("unit_name"),
            cause.get(),
            row.getString("occasion"),
            Optional.ofNullable(row.getObject("happened_on", LocalDate.class)),
            instant(row, "due_at"),
            instant(row, "sent_at"),
            row.getString("words"),
            capture(row),
            Optional.ofNullable(row.getString("points")).map(Points::of),
            row.getObject("at", OffsetDateTime.class),
            Optional.ofNullable(row.getString("by_name")),
            row.getBoolean("recused"),
            steps));
  }

  private static Optional<OffsetDateTime> instant(ResultSet row, String column)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class));
  }

  private static Optional<DeductionCase.Capture> capture(ResultSet row) throws SQLException {
    var sha256 = row.getString("capture");
    return sha256 == null
        ? Optional.empty()
        : Optional.of(
            new DeductionCase.Capture(
                sha256, row.getString("capture_kind"), row.getString("file_name")));
  }

  private Map<UUID, List<Step>> steps(UUID round) {
    var steps = new HashMap<UUID, List<Step>>();
    sql.sql(
            """
            select step.deduction, step.step, step.accepts, step.answer_by, step.reason,
                   step.words, step.document, step.document_on, step.at, taker.name as by_name
              from deduction_step step
              join deduction on deduction.id = step.deduction and deduction.round = :round
              join account taker on taker.id = step.by_account
             order by step.at,
                   array_position(
                     array['NOTIFIED', 'EXPLAINED', 'UPHELD', 'DISMISSED', 'WITHDRAWN', 'ANNULLED'],
                     step.step)
            """)
        .param("round", round)
        .query((row, _) ->
            steps
                .computeIfAbsent(row.getObject("deduction", UUID.class), _ -> new ArrayList<>())
                .add(step(row)))
        .list();
    return steps;
  }

  private static Step step(ResultSet row) throws SQLException {
    var ground = row.getString("reason");
    var day = row.getObject("document_on", LocalDate.class);
    return new Step(
        Step.Kind.valueOf(row.getString("step")),
        Optional.ofNullable(row.getObject("accepts", Boolean.class)),
        Optional.ofNullable(row.getObject("answer_by", LocalDate.class)),
        ground.isEmpty() ? Optional.empty() : Optional.of(Ground.valueOf(ground)),
        row.getString("words"),
        day == null
            ? Optional.empty()
            : Optional.of(new Step.Document(row.getString("document"), day)),
        row.getObject("at", OffsetDateTime.class),
        row.getString("by_name"));
  }

  /** How many late or missing reports of the round are not proposed yet. */
  int lateReports(UUID round) {
    return sql.sql(
            """
            select count(*)
              from round_unit one join round on round.id = one.round
              join round_deduction amount
                on amount.round = one.round and amount.kind = 'late-report'
             where one.round = :round
               and coalesce(one.submitted_at, now_effective()) >= deadline_of(one.round, one.unit)
               and (one.submitted_at is not null or round.phase <> 'OPEN')
               and not exists (
                 select from deduction known
                  where known.round = one.round and known.unit = one.unit
                    and known.kind = 'late-report')
            """)
        .param("round", round)
        .query(Integer.class)
        .single();
  }

  /** The bytes of a capture. */
  byte[] capture(String sha256) {
    return sql.sql("select bytes from deduction_capture where sha256 = :sha256")
        .param("sha256", sha256)
        .query(byte[].class)
        .single();
  }
}
