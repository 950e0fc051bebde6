package thangdiem.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TypedFact;
import thangdiem.submission.Assessment;
import thangdiem.submission.GivenFact;

/** Reads the rows of collections: what is asked, of whom, and what has come in. */
@Component
class CollectionTable {

  private final JdbcClient sql;

  CollectionTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The unit's collection with everything in it; absent where none was opened. */
  Optional<FactCollection> find(Assessment assessment) {
    var round = assessment.round().id();
    var unit = assessment.unit().unit();
    return find(round, unit, assessment.set().facts());
  }

  Optional<FactCollection> find(UUID round, UUID unit, Map<String, FactDefinition> definitions) {
    return sql.sql(
            """
            select due, note, version,
                   array(select fact from collection_fact
                          where round = :round and unit = :unit) as facts
              from collection where round = :round and unit = :unit
            """)
        .param("round", round)
        .param("unit", unit)
        .query((row, _) -> {
          var asked = Set.of((String[]) row.getArray("facts").getArray());
          return new FactCollection(
              definitions.values().stream().filter(fact -> asked.contains(fact.id())).toList(),
              List.of(),
              row.getObject("due", LocalDate.class),
              row.getString("note"),
              row.getInt("version"));
        })
        .optional()
        .map(found ->
            new FactCollection(
                found.facts(),
                asked(round, unit, definitions),
                found.due(),
                found.note(),
                found.version()));
  }

  private List<Asked> asked(UUID round, UUID unit, Map<String, FactDefinition> definitions) {
    var answers = answers(round, unit, definitions);
    return sql.sql(
            """
            select sheet.asked, org_unit.code, org_unit.name, org_unit.kind, sheet.handed_in_at,
                   sheet.reminded_at
              from collection_sheet sheet join org_unit on org_unit.id = sheet.asked
             where sheet.round = :round and sheet.unit = :unit
             order by sheet.asked <> :unit, org_unit.kind desc, org_unit.ordinal, org_unit.name
            """)
        .param("round", round)
        .param("unit", unit)
        .query((row, _) -> {
          var asked = row.getObject("asked", UUID.class);
          return new Asked(
              asked,
              row.getString("code"),
              row.getString("name"),
              CollectionSetupTable.kind(row),
              Optional.ofNullable(row.getObject("handed_in_at", OffsetDateTime.class)),
              Optional.ofNullable(row.getObject("reminded_at", OffsetDateTime.class)),
              answers.getOrDefault(asked, Map.of()));
        })
        .list();
  }

  private Map<UUID, Map<String, GivenFact>> answers(
      UUID round, UUID unit, Map<String, FactDefinition> definitions) {
    var answers = new LinkedHashMap<UUID, Map<String, GivenFact>>();
    sql.sql(
            """
            select answer.asked, answer.fact, answer.value, answer.version, answer.at, account.name
              from collection_answer answer join account on account.id = answer.by_account
             where answer.round = :round and answer.unit = :unit
            """)
        .param("round", round)
        .param("unit", unit)
        .query((row, _) -> {
          var definition = definitions.get(row.getString("fact"));
          if (definition != null) {
            answers
                .computeIfAbsent(row.getObject("asked", UUID.class), _ -> new LinkedHashMap<>())
                .put(definition.id(), SheetTable.given(definition, row));
          }
          return 0;
        })
        .list();
    return answers;
  }

  /** What was mended after being handed in, the latest first. */
  List<Correction> corrections(Assessment assessment) {
    return sql
        .sql(
            """
            select org_unit.name as unit, mended.fact, mended.before, mended.after, mended.at,
                   account.name as who
              from collection_correction mended
              join org_unit on org_unit.id = mended.asked
              join account on account.id = mended.by_account
             where mended.round = :round and mended.unit = :unit
             order by mended.at desc, mended.id
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .query((row, _) ->
            Optional.ofNullable(assessment.set().facts().get(row.getString("fact")))
                .map(fact -> correction(fact, row)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Correction correction(FactDefinition fact, ResultSet row) {
    try {
      return new Correction(
          row.getString("unit"),
          fact.label(),
          Optional.ofNullable(row.getString("before"))
              .map(before -> TypedFact.shown(fact, TypedFact.ofJson(fact, before)))
              .orElse(""),
          TypedFact.shown(fact, TypedFact.ofJson(fact, row.getString("after"))),
          row.getObject("at", OffsetDateTime.class),
          row.getString("who"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
