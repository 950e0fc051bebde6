package thangdiem.round;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/** The rows of what each kind of deduction takes off in a round. */
@Component
class DeductionTable {

  private final JdbcClient sql;

  DeductionTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The amount of each kind; absent: recorded, without effect. */
  Map<String, Optional<Points>> amounts(UUID round) {
    var amounts = new LinkedHashMap<String, Optional<Points>>();
    sql.sql("select kind, points from round_deduction where round = :round order by kind")
        .param("round", round)
        .query((row, _) ->
            amounts.put(
                row.getString("kind"),
                Optional.ofNullable(row.getString("points")).map(Points::of)))
        .list();
    return amounts;
  }

  /** How far a figure may be off before something is deducted, in per cent of the claim. */
  Rational tolerance(UUID round) {
    return sql.sql("select tolerance from round_deduction where round = :round and kind = :kind")
        .param("round", round)
        .param("kind", Rounds.WRONG_FIGURES)
        .query(String.class)
        .optional()
        .map(Rational::of)
        .orElse(Rational.ZERO);
  }

  /** Sets the amounts and keeps the tolerance. */
  void set(UUID round, Map<String, Optional<Points>> amounts) {
    set(round, amounts, tolerance(round).toDecimal(2).toPlainString());
  }

  void set(UUID round, Map<String, Optional<Points>> amounts, String tolerance) {
    sql.sql("delete from round_deduction where round = :round").param("round", round).update();
    amounts.forEach((kind, points) ->
        sql.sql(
                """
                insert into round_deduction (round, kind, points, tolerance)
                values (:round, :kind, :points, :tolerance)
                """)
            .param("round", round)
            .param("kind", kind)
            .param("tolerance", kind.equals(Rounds.WRONG_FIGURES) ? tolerance : "0")
            .param("points", points.map(Points::toString).orElse(null))
            .update());
  }
}
