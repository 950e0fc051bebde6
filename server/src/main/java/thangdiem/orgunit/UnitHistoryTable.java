package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what units were before. */
@Component
class UnitHistoryTable {

  private final JdbcClient sql;

  UnitHistoryTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The day in Vietnam. */
  LocalDate today() {
    return sql.sql("select (now_effective() at time zone 'Asia/Ho_Chi_Minh')::date")
        .query(LocalDate.class)
        .single();
  }

  UnitHistory all() {
    return new UnitHistory(names(), parents(), successions());
  }

  private List<FormerName> names() {
    return sql.sql(
            """
            select unit, name, coalesce(official_name, name) as official_name, until_day, document
              from org_unit_former_name
             order by until_day
            """)
        .query((row, _) ->
            new FormerName(
                row.getObject("unit", UUID.class),
                row.getString("name"),
                row.getString("official_name"),
                row.getObject("until_day", LocalDate.class),
                row.getString("document")))
        .list();
  }

  private List<FormerParent> parents() {
    return sql.sql(
            """
            select unit, parent, until_day, document
              from org_unit_former_parent
             order by until_day
            """)
        .query((row, _) ->
            new FormerParent(
                row.getObject("unit", UUID.class),
                row.getObject("parent", UUID.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("document")))
        .list();
  }

  private List<Succession> successions() {
    return sql.sql(
            """
            select predecessor, successor, on_day, document
              from org_unit_succession
             order by on_day
            """)
        .query((row, _) ->
            new Succession(
                row.getObject("predecessor", UUID.class),
                row.getObject("successor", UUID.class),
                row.getObject("on_day", LocalDate.class),
                row.getString("document")))
        .list();
  }

  /** Keeps the names and the parent that a change leaves behind, where it has a day. */
  void keep(UnitChange change) {
    change
        .since()
        .ifPresent(since -> {
          if (change.renames()) {
            keepName(change.before(), since);
          }
          if (change.moves()) {
            change
                .before()
                .parent()
                .ifPresent(parent -> keepParent(change.before(), parent, since));
          }
        });
  }

  private void keepName(OrgUnit before, Since since) {
    sql.sql(
            """
            insert into org_unit_former_name (unit, name, official_name, until_day, document)
            values (:unit, :name, :officialName, :lastDay, :document)
            """)
        .param("unit", before.id())
        .param("name", before.name())
        .param("officialName", before.officialName())
        .param("lastDay", since.dayBefore())
        .param("document", since.document())
        .update();
  }

  private void keepParent(OrgUnit before, UUID parent, Since since) {
    sql.sql(
            """
            insert into org_unit_former_parent (unit, parent, until_day, document)
            values (:unit, :parent, :lastDay, :document)
            """)
        .param("unit", before.id())
        .param("parent", parent)
        .param("lastDay", since.dayBefore())
        .param("document", since.document())
        .update();
  }

  void follow(OrgUnit predecessor, OrgUnit successor, Since since) {
    sql.sql(
            """
            insert into org_unit_succession (predecessor, successor, on_day, document)
            values (:predecessor, :successor, :day, :document)
            """)
        .param("predecessor", predecessor.id())
        .param("successor", successor.id())
        .param("day", since.day())
        .param("document", since.document())
        .update();
  }

  /** Keeps the document by which a unit ended. */
  void endedBy(OrgUnit unit, String document) {
    sql.sql("update org_unit set end_document = :document where id = :unit")
        .param("document", document)
        .param("unit", unit.id())
        .update();
  }

  Optional<String> endDocument(OrgUnit unit) {
    return sql.sql(
            "select end_document from org_unit where id = :unit and end_document is not null")
        .param("unit", unit.id())
        .query(String.class)
        .optional();
  }
}
