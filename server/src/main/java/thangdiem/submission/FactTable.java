package thangdiem.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Together;
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

  /**
   * What stands where each is to be kept; nothing for a place where nothing stands. Whoever imports
   * or sends holds the unit before its answers: so does whoever saves, or each could wait for the
   * other.
   */
  Map<WantedFact.Place, GivenFact> standing(List<WantedFact> wanted) {
    var standing = new HashMap<WantedFact.Place, GivenFact>();
    var definitions = new HashMap<WantedFact.Place, FactDefinition>();
    wanted.forEach(one -> definitions.put(one.place(), one.definition()));
    places(
            sql.sql(
                """
                select round, unit, fact, answer.value, answer.version, answer.at, account.name,
                       null as last_value
                  from unnest(cast(:rounds as uuid[]), cast(:units as uuid[]), :facts)
                         said (round, unit, fact)
                  join round_unit using (round, unit)
                  left join answer using (round, unit, fact)
                  left join account on account.id = answer.by_account
                   for share of round_unit
                """),
            wanted)
        .query(row -> {
          if (row.getString("value") != null) {
            var place = place(row);
            standing.put(place, given(Objects.requireNonNull(definitions.get(place)), row));
          }
        });
    return standing;
  }

  /**
   * Keeps what can be kept; what was to replace another version than the one that stands is not.
   *
   * @param wanted each for another place
   * @return what stands there now, where it was kept
   */
  Map<WantedFact.Place, GivenFact> keep(List<WantedFact> wanted) {
    var kept = new HashMap<WantedFact.Place, GivenFact>();
    keep(
        sql.sql(
            """
            delete from answer
             using unnest(cast(:rounds as uuid[]), cast(:units as uuid[]), :facts, :versions)
                     said (round, unit, fact, version)
             where answer.round = said.round and answer.unit = said.unit and answer.fact = said.fact
               and answer.version = said.version
            returning answer.round, answer.unit, answer.fact, null::int as version, null::timestamptz as at
            """),
        wanted.stream().filter(one -> one.value().isEmpty()).toList(),
        kept);
    keep(
        sql.sql(
            """
            insert into answer (round, unit, fact, value, at, by_account)
            select round, unit, fact, value, (select now_effective()), by_account
              from unnest(cast(:rounds as uuid[]), cast(:units as uuid[]), :facts, :values,
                          cast(:givers as uuid[]))
                     said (round, unit, fact, value, by_account)
             where round is not null
            on conflict do nothing
            returning round, unit, fact, version, at
            """),
        wanted.stream().filter(one -> one.value().isPresent() && one.version() == 0).toList(),
        kept);
    keep(
        sql.sql(
            """
            update answer
               set value = said.value, version = nextval('answer_version'),
                   at = (select now_effective()), by_account = said.by_account
              from unnest(cast(:rounds as uuid[]), cast(:units as uuid[]), :facts, :values,
                          cast(:givers as uuid[]), :versions)
                     said (round, unit, fact, value, by_account, version)
             where answer.round = said.round and answer.unit = said.unit and answer.fact = said.fact
               and answer.version = said.version
            returning answer.round, answer.unit, answer.fact, answer.version, answer.at
            """),
        wanted.stream().filter(one -> one.value().isPresent() && one.version() != 0).toList(),
        kept);
    return kept;
  }

  private void keep(
      JdbcClient.StatementSpec statement,
      List<WantedFact> wanted,
      Map<WantedFact.Place, GivenFact> kept) {
    if (wanted.isEmpty()) {
      return;
    }
    var values = new HashMap<WantedFact.Place, Optional<Fact>>();
    wanted.forEach(one -> values.put(one.place(), one.value()));
    places(statement, wanted)
        .param(
            "values",
            texts(wanted, one -> one.value().map(TypedFact::json).orElse("")),
            Types.ARRAY)
        .param("givers", texts(wanted, one -> one.assessment().reader()), Types.ARRAY)
        .param(
            "versions",
            wanted.stream().map(WantedFact::version).toArray(Integer[]::new),
            Types.ARRAY)
        .query((row, _) -> {
          var place = place(row);
          return kept.put(place, saved(values.getOrDefault(place, Optional.empty()), row));
        })
        .list();
  }

  private static JdbcClient.StatementSpec places(
      JdbcClient.StatementSpec statement, List<WantedFact> wanted) {
    return statement
        .param("rounds", texts(wanted, one -> one.place().round()), Types.ARRAY)
        .param("units", texts(wanted, one -> one.place().unit()), Types.ARRAY)
        .param("facts", texts(wanted, one -> one.place().fact()), Types.ARRAY);
  }

  private static String[] texts(List<WantedFact> wanted, Function<WantedFact, Object> of) {
    return Together.padded(wanted.stream().map(of).map(Object::toString), String[]::new);
  }

  private static WantedFact.Place place(ResultSet row) throws SQLException {
    return new WantedFact.Place(
        row.getObject("round", UUID.class),
        row.getObject("unit", UUID.class),
        row.getString("fact"));
  }

  private static GivenFact saved(Optional<Fact> value, ResultSet row) throws SQLException {
    return value.isEmpty()
        ? GivenFact.NONE
        : new GivenFact(
            value,
            Optional.empty(),
            row.getInt("version"),
            Optional.of(row.getObject("at", OffsetDateTime.class)),
            Optional.empty());
  }
}
