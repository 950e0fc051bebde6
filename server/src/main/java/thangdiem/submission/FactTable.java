package thangdiem.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.words.BadInput;

/** The rows of answers, as their unit works on them. */
@Component
class FactTable {

  private final JdbcClient sql;

  FactTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Everything the unit states, with the round before in which it stated anything. */
  Map<String, GivenFact> of(Assessment assessment) {
    var facts = new LinkedHashMap<String, GivenFact>();
    sql.sql(
            """
            with last_round as (
              select id from round
               where year < :year
                 and exists (select 1 from answer where round = round.id and unit = :unit)
               order by year desc, rehearsal
               limit 1),
            this_year as (
              select answer.fact, answer.value, answer.version, answer.at, account.name
                from answer left join account on account.id = answer.by_account
               where answer.round = :round and answer.unit = :unit),
            last_year as (
              select fact, value from answer
               where round = (select id from last_round) and unit = :unit)
            select fact, this_year.value, this_year.version, this_year.at, this_year.name,
                   last_year.value as last_value
              from this_year full join last_year using (fact)
            """)
        .param("year", assessment.round().year())
        .param("unit", assessment.unit().unit())
        .param("round", assessment.round().id())
        .query((row, _) -> {
          var definition = assessment.set().facts().get(row.getString("fact"));
          if (definition != null) {
            facts.put(definition.id(), given(definition, row));
          }
          return 0;
        })
        .list();
    return facts;
  }

  private static GivenFact given(FactDefinition definition, ResultSet row) throws SQLException {
    return new GivenFact(
        fact(definition, row.getString("value")),
        lastYear(definition, row.getString("last_value")),
        row.getInt("version"),
        Optional.ofNullable(row.getObject("at", OffsetDateTime.class)),
        Optional.ofNullable(row.getString("name")));
  }

  private static Optional<Fact> fact(
      FactDefinition definition, @org.jspecify.annotations.Nullable String json) {
    return Optional.ofNullable(json).map(value -> TypedFact.ofJson(definition, value));
  }

  /** A fact that meant something else last year has no value to compare with. */
  private static Optional<Fact> lastYear(
      FactDefinition definition, @org.jspecify.annotations.Nullable String json) {
    try {
      return fact(definition, json);
    } catch (BadInput e) {
      return Optional.empty();
    }
  }

  /** One answer as it stands. */
  GivenFact one(Assessment assessment, FactDefinition definition) {
    return sql.sql(
            """
            select answer.value, answer.version, answer.at, account.name, null as last_value
              from answer left join account on account.id = answer.by_account
             where answer.round = :round and answer.unit = :unit and answer.fact = :fact
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("fact", definition.id())
        .query((row, _) -> given(definition, row))
        .optional()
        .orElse(GivenFact.NONE);
  }

  /** Gives the first answer; absent when somebody else has answered meanwhile. */
  Optional<GivenFact> add(Assessment assessment, String fact, Fact value) {
    return sql.sql(
            """
            insert into answer (round, unit, fact, value, at, by_account)
            values (:round, :unit, :fact, :value, now_effective(), :by)
            on conflict do nothing
            returning version, at
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("fact", fact)
        .param("value", TypedFact.json(value))
        .param("by", assessment.reader())
        .query((row, _) -> saved(value, row))
        .optional();
  }

  /** Gives another answer; absent when it is not the version that was seen. */
  Optional<GivenFact> change(Assessment assessment, String fact, Fact value, int version) {
    return sql.sql(
            """
            update answer
               set value = :value, version = nextval('answer_version'), at = now_effective(),
                   by_account = :by
             where round = :round and unit = :unit and fact = :fact and version = :version
            returning version, at
            """)
        .param("value", TypedFact.json(value))
        .param("by", assessment.reader())
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("fact", fact)
        .param("version", version)
        .query((row, _) -> saved(value, row))
        .optional();
  }

  private static GivenFact saved(Fact value, ResultSet row) throws SQLException {
    return new GivenFact(
        Optional.of(value),
        Optional.empty(),
        row.getInt("version"),
        Optional.of(row.getObject("at", OffsetDateTime.class)),
        Optional.empty());
  }

  /** Takes the answer away; false when it is not the version that was seen. */
  boolean clear(Assessment assessment, String fact, int version) {
    return sql.sql(
                """
                delete from answer
                 where round = :round and unit = :unit and fact = :fact and version = :version
                """)
            .param("round", assessment.round().id())
            .param("unit", assessment.unit().unit())
            .param("fact", fact)
            .param("version", version)
            .update()
        == 1;
  }
}
