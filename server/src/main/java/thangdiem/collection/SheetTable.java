package thangdiem.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.scoring.Fact;
import thangdiem.submission.GivenFact;

/** The rows of one sheet, as whoever is asked works on it. */
@Component
class SheetTable {

  static final String[] FILLERS =
      EnumSet.of(Role.COMMUNE_CLERK, Role.CLERK, Role.HEAD).stream()
          .map(Role::name)
          .toArray(String[]::new);

  private final JdbcClient sql;

  SheetTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The sheet, where one of the reader's roles reaches whoever is asked. */
  Optional<FactSheet> find(
      Round round,
      Map<String, FactDefinition> definitions,
      String unit,
      String asked,
      Actor reader) {
    return sql.sql(
            """
            select one.unit, one.code as unit_code, one.name as unit_name, one.submitted_at,
                   asked.id as asked, asked.code as asked_code, asked.name as asked_name,
                   collection.due, collection.note, sheet.handed_in_at, sheet.reminded_at,
                   now_effective() as now,
                   array(select fact from collection_fact
                          where round = one.round and unit = one.unit) as facts
              from collection_sheet sheet
              join round_unit one using (round, unit)
              join collection using (round, unit)
              join org_unit asked on asked.id = sheet.asked
             where sheet.round = :round and one.code = :unit and asked.code = :asked
               and exists (
                 select 1 from account_role held
                  where held.account = :reader and held.role = any (:fillers)
                    and held.unit in (
                      with recursive above as (
                        select id, parent from org_unit where id = sheet.asked
                        union
                        select org_unit.id, org_unit.parent
                          from org_unit join above on above.parent = org_unit.id)
                      select id from above))
            """)
        .param("round", round.id())
        .param("unit", unit)
        .param("asked", asked)
        .param("reader", reader.account())
        .param("fillers", FILLERS, Types.ARRAY)
        .query((row, _) -> sheet(row, round, definitions, reader))
        .optional();
  }

  private FactSheet sheet(
      ResultSet row, Round round, Map<String, FactDefinition> definitions, Actor reader)
      throws SQLException {
    var facts = Set.of((String[]) row.getArray("facts").getArray());
    var unit = row.getObject("unit", UUID.class);
    var asked = row.getObject("asked", UUID.class);
    return new FactSheet(
        round,
        new FactSheet.Party(unit, row.getString("unit_code"), row.getString("unit_name")),
        new FactSheet.Party(asked, row.getString("asked_code"), row.getString("asked_name")),
        round.phase().takesAnswers() && row.getObject("submitted_at", OffsetDateTime.class) == null,
        row.getObject("due", LocalDate.class),
        row.getString("note"),
        Optional.ofNullable(row.getObject("handed_in_at", OffsetDateTime.class)),
        Optional.ofNullable(row.getObject("reminded_at", OffsetDateTime.class)),
        reader.account(),
        row.getObject("now", OffsetDateTime.class),
        definitions.values().stream().filter(fact -> facts.contains(fact.id())).toList(),
        answers(round.id(), unit, asked, definitions));
  }

  private Map<String, GivenFact> answers(
      UUID round, UUID unit, UUID asked, Map<String, FactDefinition> definitions) {
    var answers = new LinkedHashMap<String, GivenFact>();
    sql.sql(
            """
            select answer.fact, answer.value, answer.version, answer.at, account.name
              from collection_answer answer join account on account.id = answer.by_account
             where answer.round = :round and answer.unit = :unit and answer.asked = :asked
            """)
        .param("round", round)
        .param("unit", unit)
        .param("asked", asked)
        .query((row, _) -> {
          var definition = definitions.get(row.getString("fact"));
          if (definition != null) {
            answers.put(definition.id(), given(definition, row));
          }
          return 0;
        })
        .list();
    return answers;
  }

  static GivenFact given(FactDefinition definition, ResultSet row) throws SQLException {
    return new GivenFact(
        Optional.of(TypedFact.ofJson(definition, row.getString("value"))),
        Optional.empty(),
        row.getInt("version"),
        Optional.of(row.getObject("at", OffsetDateTime.class)),
        Optional.of(row.getString("name")));
  }

  /** One answer as it stands. */
  GivenFact one(FactSheet sheet, FactDefinition definition) {
    return sql.sql(
            """
            select answer.value, answer.version, answer.at, account.name
              from collection_answer answer join account on account.id = answer.by_account
             where answer.round = :round and answer.unit = :unit and answer.asked = :asked
               and answer.fact = :fact
            """)
        .param("round", sheet.round().id())
        .param("unit", sheet.unit().id())
        .param("asked", sheet.asked().id())
        .param("fact", definition.id())
        .query((row, _) -> given(definition, row))
        .optional()
        .orElse(GivenFact.NONE);
  }

  /** Gives the first answer; absent when somebody else has answered meanwhile. */
  Optional<GivenFact> add(FactSheet sheet, String fact, Fact value) {
    return sql.sql(
            """
            insert into collection_answer (round, unit, asked, fact, value, at, by_account)
            values (:round, :unit, :asked, :fact, :value, now_effective(), :by)
            on conflict do nothing
            returning version, at
            """)
        .param("round", sheet.round().id())
        .param("unit", sheet.unit().id())
        .param("asked", sheet.asked().id())
        .param("fact", fact)
        .param("value", TypedFact.json(value))
        .param("by", sheet.reader())
        .query((row, _) -> saved(value, row))
        .optional();
  }

  /** Gives another answer; absent when it is not the version that was seen. */
  Optional<GivenFact> change(FactSheet sheet, String fact, Fact value, int version) {
    return sql.sql(
            """
            update collection_answer
               set value = :value, version = nextval('answer_version'), at = now_effective(),
                   by_account = :by
             where round = :round and unit = :unit and asked = :asked and fact = :fact
               and version = :version
            returning version, at
            """)
        .param("value", TypedFact.json(value))
        .param("by", sheet.reader())
        .param("round", sheet.round().id())
        .param("unit", sheet.unit().id())
        .param("asked", sheet.asked().id())
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
  boolean clear(FactSheet sheet, String fact, int version) {
    return sql.sql(
                """
                delete from collection_answer
                 where round = :round and unit = :unit and asked = :asked and fact = :fact
                   and version = :version
                """)
            .param("round", sheet.round().id())
            .param("unit", sheet.unit().id())
            .param("asked", sheet.asked().id())
            .param("fact", fact)
            .param("version", version)
            .update()
        == 1;
  }

  void handIn(FactSheet sheet) {
    sql.sql(
            """
            update collection_sheet set handed_in_at = now_effective(), handed_in_by = :by
             where round = :round and unit = :unit and asked = :asked
            """)
        .param("by", sheet.reader())
        .param("round", sheet.round().id())
        .param("unit", sheet.unit().id())
        .param("asked", sheet.asked().id())
        .update();
  }
}
