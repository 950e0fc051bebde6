package thangdiem.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.Round;

/** The rows of all sheets that somebody fills in or collects (phiếu của tôi). */
@Component
class MySheetsTable {

  private final JdbcClient sql;

  MySheetsTable(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * The sheets that are the reader's to fill: of their own unit, or, for a commune clerk, of
   * everything that the role reaches.
   */
  List<MySheets.Sheet> sheetsOf(Actor reader) {
    return sql.sql(
            """
            select distinct round.year, round.rehearsal, round.name as round, one.code as unit_code,
                   one.name as unit_name, asked.code as asked_code, asked.name as asked_name,
                   collection.due, sheet.handed_in_at, sheet.reminded_at,
                   (select count(*) from collection_fact asked_fact
                     where asked_fact.round = sheet.round and asked_fact.unit = sheet.unit) as facts,
                   (select count(*) from collection_fact asked_fact
                      join collection_answer answer using (round, unit, fact)
                     where asked_fact.round = sheet.round and asked_fact.unit = sheet.unit
                       and answer.asked = sheet.asked) as answered
              from account_role held
              cross join lateral unit_and_below(held.unit) reached
              join collection_sheet sheet
                on sheet.asked = reached.id
               and (held.role = 'COMMUNE_CLERK' or held.unit = sheet.asked)
              join round on round.id = sheet.round
              join round_unit one on one.round = sheet.round and one.unit = sheet.unit
              join collection on collection.round = sheet.round and collection.unit = sheet.unit
              join org_unit asked on asked.id = sheet.asked
             where held.account = :reader and held.role = any (:fillers)
             order by round.year desc, asked.name
            """)
        .param("reader", reader.account())
        .param("fillers", SheetTable.FILLERS, Types.ARRAY)
        .query((row, _) ->
            new MySheets.Sheet(
                FactCollection.path(key(row), row.getString("unit_code"))
                    + "/sheets/"
                    + row.getString("asked_code"),
                row.getString("round"),
                row.getString("unit_name"),
                row.getString("asked_name"),
                row.getObject("due", LocalDate.class),
                Optional.ofNullable(row.getObject("handed_in_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("reminded_at", OffsetDateTime.class)),
                row.getInt("answered"),
                row.getInt("facts")))
        .list();
  }

  private static String key(ResultSet row) throws SQLException {
    return Round.key(row.getInt("year"), row.getBoolean("rehearsal"));
  }

  /** The units in running rounds for which the reader may collect, where there is anybody below. */
  List<MySheets.Own> collectedBy(Actor reader) {
    return sql.sql(
            """
            select distinct round.year, round.rehearsal, round.name as round, one.code, one.name,
                   exists (select from collection
                            where collection.round = one.round and collection.unit = one.unit)
                     as opened
              from account_role held
              cross join lateral unit_and_below(held.unit) reached
              join round_unit one on one.unit = reached.id
              join round on round.id = one.round and round.phase = 'OPEN'
             where held.account = :reader and held.role in ('CLERK', 'HEAD')
               and exists (select from org_unit child where child.parent = one.unit)
             order by round.year desc, one.name
            """)
        .param("reader", reader.account())
        .query((row, _) ->
            new MySheets.Own(
                FactCollection.path(key(row), row.getString("code")),
                row.getString("round"),
                row.getString("name"),
                row.getBoolean("opened")))
        .list();
  }

  LocalDate today() {
    return sql.sql("select (now_effective() at time zone 'Asia/Ho_Chi_Minh')::date")
        .query(LocalDate.class)
        .single();
  }
}
