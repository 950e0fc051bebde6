package thangdiem.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.orgunit.OrgUnit;
import thangdiem.submission.Assessment;

/** Writes the rows of collections: what is asked, and of whom (mở và sửa phiếu thu thập). */
@Component
class CollectionSetupTable {

  private final JdbcClient sql;

  CollectionSetupTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The unit itself and everything below it that exists, the unit first, then as in the tree. */
  List<CollectionChoices.Unit> choices(UUID unit) {
    return sql.sql(
            """
            select org_unit.id, code, name, kind
              from unit_and_below(:unit) below join org_unit on org_unit.id = below.id
             where coalesce(valid_to >= (now_effective() at time zone 'Asia/Ho_Chi_Minh')::date, true)
             order by org_unit.id <> :unit, kind desc, ordinal, name
            """)
        .param("unit", unit)
        .query((row, _) ->
            new CollectionChoices.Unit(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                kind(row)))
        .list();
  }

  static OrgUnit.Kind kind(ResultSet row) throws SQLException {
    var text = row.getString("kind");
    for (var kind : OrgUnit.Kind.values()) {
      if (kind.text().equals(text)) {
        return kind;
      }
    }
    throw new IllegalStateException("no kind of unit " + text);
  }

  /** Opens it; false when somebody else has. */
  boolean open(Assessment assessment, LocalDate due, String note) {
    return sql.sql(
                """
                insert into collection (round, unit, due, note, at, by_account)
                values (:round, :unit, :due, :note, now_effective(), :by)
                on conflict do nothing
                """)
            .param("round", assessment.round().id())
            .param("unit", assessment.unit().unit())
            .param("due", due)
            .param("note", note)
            .param("by", assessment.reader())
            .update()
        == 1;
  }

  /** Changes it; false when it is not the version that was seen. */
  boolean change(Assessment assessment, LocalDate due, String note, int version) {
    return sql.sql(
                """
                update collection
                   set due = :due, note = :note, version = version + 1, at = now_effective(),
                       by_account = :by
                 where round = :round and unit = :unit and version = :version
                """)
            .param("due", due)
            .param("note", note)
            .param("by", assessment.reader())
            .param("round", assessment.round().id())
            .param("unit", assessment.unit().unit())
            .param("version", version)
            .update()
        == 1;
  }

  /** Asks for these facts and no others; answers to others are kept, but not asked for. */
  void setFacts(Assessment assessment, List<String> facts) {
    var ids = facts.toArray(String[]::new);
    sql.sql(
            """
            delete from collection_fact
             where round = :round and unit = :unit and fact <> all (:facts)
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("facts", ids, Types.ARRAY)
        .update();
    sql.sql(
            """
            insert into collection_fact (round, unit, fact)
            select :round, :unit, fact from unnest(:facts::text[]) as asked (fact)
            on conflict do nothing
            """)
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("facts", ids, Types.ARRAY)
        .update();
  }

  /**
   * Asks these units and no others.
   *
   * @return names of those who have answered already, and so are not let go
   */
  Set<String> setAsked(Assessment assessment, List<UUID> units) {
    var ids = units.toArray(UUID[]::new);
    var answered =
        new HashSet<>(
            sql.sql(
                    """
                    select distinct org_unit.name
                      from collection_answer answer join org_unit on org_unit.id = answer.asked
                     where answer.round = :round and answer.unit = :unit
                       and answer.asked <> all (:asked)
                    """)
                .param("round", assessment.round().id())
                .param("unit", assessment.unit().unit())
                .param("asked", ids, Types.ARRAY)
                .query(String.class)
                .list());
    if (answered.isEmpty()) {
      sql.sql(
              """
              delete from collection_sheet
               where round = :round and unit = :unit and asked <> all (:asked)
              """)
          .param("round", assessment.round().id())
          .param("unit", assessment.unit().unit())
          .param("asked", ids, Types.ARRAY)
          .update();
      sql.sql(
              """
              insert into collection_sheet (round, unit, asked)
              select :round, :unit, id from unnest(:asked::uuid[]) as asked (id)
              on conflict do nothing
              """)
          .param("round", assessment.round().id())
          .param("unit", assessment.unit().unit())
          .param("asked", ids, Types.ARRAY)
          .update();
    }
    return answered;
  }

  void remind(Assessment assessment, List<UUID> units) {
    sql.sql(
            """
            update collection_sheet set reminded_at = now_effective(), reminded_by = :by
             where round = :round and unit = :unit and asked = any (:asked)
            """)
        .param("by", assessment.reader())
        .param("round", assessment.round().id())
        .param("unit", assessment.unit().unit())
        .param("asked", units.toArray(UUID[]::new), Types.ARRAY)
        .update();
  }
}
