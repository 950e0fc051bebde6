package thangdiem.inspection;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.verification.Measured;
import thangdiem.verification.OnTheSpot;

/**
 * What stands as measured in minutes that are out (số đo trong biên bản). Minutes that the unit
 * would not sign bind nobody: their figures stay with the inspectors.
 */
@Component
class MeasuredTable implements OnTheSpot {

  private final JdbcClient sql;

  MeasuredTable(JdbcClient sql) {
    this.sql = sql;
  }

  private record Row(UUID unit, String fact, String value, OffsetDateTime at, String pdfSha256) {}

  @Override
  public Map<UUID, Measured> of(Round round, CriteriaSet set) {
    var measured = new LinkedHashMap<UUID, Measured>();
    sql.sql(
            """
            select distinct on (entry.unit, entry.field)
                   entry.unit, substr(entry.field, 10) as fact, entry.value,
                   minutes.at, minutes.pdf_sha256
              from inspection_minutes minutes
              join inspection_entry entry
                on entry.round = minutes.round and entry.unit = minutes.unit
             where minutes.round = :round and entry.field like 'measured:%'
               and minutes.sha256 = (
                 select sha256 from inspection_signature signed
                  where signed.round = minutes.round and signed.unit = minutes.unit
                    and signed.side = 'UNIT'
                  order by signed.at desc, signed.id desc limit 1)
             order by entry.unit, entry.field, entry.version desc
            """)
        .param("round", round.id())
        .query(Row.class)
        .list()
        .forEach(row ->
            Optional.ofNullable(set.facts().get(row.fact()))
                .flatMap(fact -> TypedFact.read(fact, row.value()).fact())
                .ifPresent(value ->
                    measured
                        .computeIfAbsent(
                            row.unit(),
                            _ -> new Measured(new LinkedHashMap<>(), row.at(), row.pdfSha256()))
                        .facts()
                        .put(row.fact(), value)));
    return measured;
  }
}
