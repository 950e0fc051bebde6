package thangdiem.submission;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;

/** Writes many answers of a unit in one statement. */
@Component
class ImportTable {

  /**
   * One answer to take.
   *
   * @param value absent to take the answer away
   * @param version that was seen; 0 where there was none
   */
  record Wanted(Optional<Fact> value, int version) {}

  private final JdbcClient sql;

  ImportTable(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Gives, changes and takes away answers; one that is not the version that was seen stays.
   *
   * @return the facts that were written
   */
  Set<String> write(Assessment assessment, LinkedHashMap<String, Wanted> wanted) {
    return new LinkedHashSet<>(
        sql.sql(
                """
                with wanted as (
                  select * from unnest(:facts::text[], :values::text[], :versions::int[])
                    as given (fact, value, version)),
                added as (
                  insert into answer (round, unit, fact, value, at, by_account)
                  select :round, :unit, fact, value, (select now_effective()), :by
                    from wanted where version = 0 and value is not null
                  on conflict do nothing
                  returning fact),
                changed as (
                  update answer
                     set value = wanted.value, version = nextval('answer_version'),
                         at = (select now_effective()), by_account = :by
                    from wanted
                   where answer.round = :round and answer.unit = :unit
                     and answer.fact = wanted.fact and answer.version = wanted.version
                     and wanted.value is not null
                  returning answer.fact),
                cleared as (
                  delete from answer using wanted
                   where answer.round = :round and answer.unit = :unit
                     and answer.fact = wanted.fact and answer.version = wanted.version
                     and wanted.value is null
                  returning answer.fact)
                select fact from added
                union all select fact from changed
                union all select fact from cleared
                """)
            .param("facts", wanted.keySet().toArray(String[]::new), Types.ARRAY)
            .param(
                "values",
                wanted.values().stream().map(ImportTable::json).toArray(String[]::new),
                Types.ARRAY)
            .param(
                "versions",
                wanted.values().stream().map(Wanted::version).toArray(Integer[]::new),
                Types.ARRAY)
            .param("round", assessment.round().id())
            .param("unit", assessment.unit().unit())
            .param("by", assessment.reader())
            .query(String.class)
            .list());
  }

  private static @Nullable String json(Wanted wanted) {
    return wanted.value().map(TypedFact::json).orElse(null);
  }
}
