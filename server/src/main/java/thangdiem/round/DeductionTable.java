package thangdiem.round;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.criteria.Points;

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

  void set(UUID round, Map<String, Optional<Points>> amounts) {
    sql.sql("delete from round_deduction where round = :round").param("round", round).update();
    amounts.forEach((kind, points) ->
        sql.sql("insert into round_deduction (round, kind, points) values (:round, :kind, :points)")
            .param("round", round)
            .param("kind", kind)
            .param("points", points.map(Points::toString).orElse(null))
            .update());
  }
}
