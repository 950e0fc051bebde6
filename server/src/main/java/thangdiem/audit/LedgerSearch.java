package thangdiem.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.proof.LedgerPayload;

/** Finds events, and what values were at a moment (tra cứu nhật ký). */
@Component
public class LedgerSearch {

  static final int PAGE = 50;

  /** An event that took over a whole list is not read line by line. */
  private static final int LINES = 120;

  private final JdbcClient sql;
  private final RowNames names;

  LedgerSearch(JdbcClient sql, RowNames names) {
    this.sql = sql;
    this.names = names;
  }

  /**
   * What is looked for; empty texts look for everything.
   *
   * @param text anywhere in the content, in the person's name or in the unit's
   * @param unit the unit's code
   * @param until the last moment
   */
  record Query(String text, String kind, String unit, Optional<OffsetDateTime> until) {}

  /**
   * An event as people read it.
   *
   * @param position absent while it waits for one
   * @param who the person's name; empty when no person did it
   * @param said what it says, personal values where they were not erased
   * @param more how many lines more it has than are shown
   */
  public record Found(
      Optional<Long> position,
      OffsetDateTime at,
      String kind,
      String who,
      String unit,
      String round,
      List<LedgerLine> said,
      int more) {}

  /** Newest first; one more than a page, when there are more. */
  List<Found> find(Query query, int skip) {
    var known = names.now();
    return sql.sql(
            """
            select leaf.position, event.at, event.kind, event.payload, person.name as who,
                   unit.name as unit_name, round.name as round_name, personal.fields, personal.texts
              from ledger_event event
              left join ledger_leaf leaf on leaf.event = event.event
              left join account person on person.id = event.actor
              left join org_unit unit on unit.id = event.unit
              left join round on round.id = event.round
              left join lateral (
                select array_agg(field order by field) as fields,
                       array_agg(value order by field) as texts
                  from ledger_commitment said where said.event = event.event) personal on true
             where not is_untold(event.kind, event.round, event.payload)
               and (:kind = '' or event.kind = :kind)
               and (:unit = '' or unit.code = :unit)
               and (:until::timestamptz is null or event.at <= :until)
               and (:text = '' or event.payload ilike :pattern or person.name ilike :pattern
                    or unit.folded like :pattern
                    or exists (select from unnest(personal.texts) text where text ilike :pattern))
             order by event.at desc, leaf.position desc nulls first
             limit :limit offset :skip
            """)
        .param("kind", query.kind())
        .param("unit", query.unit())
        .param("until", query.until().orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("text", query.text())
        .param("pattern", "%" + query.text().replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("limit", PAGE + 1)
        .param("skip", skip)
        .query((row, _) -> found(row, known))
        .list();
  }

  private static Found found(ResultSet row, Map<String, String> names) throws SQLException {
    var said = new TreeMap<String, String>();
    LedgerPayload.of(row.getString("payload"))
        .ifPresentOrElse(
            payload -> {
              said.putAll(payload.object("data"));
              said.putAll(payload.object("rows"));
            },
            () -> said.put("payload", "?"));
    if (row.getArray("fields") != null) {
      var fields = (String[]) row.getArray("fields").getArray();
      var texts = (String[]) row.getArray("texts").getArray();
      for (int i = 0; i < fields.length; i++) {
        said.put(fields[i], texts[i]);
      }
    }
    return new Found(
        Optional.ofNullable(row.getObject("position", Long.class)),
        row.getObject("at", OffsetDateTime.class),
        row.getString("kind"),
        Optional.ofNullable(row.getString("who")).orElse(""),
        Optional.ofNullable(row.getString("unit_name")).orElse(""),
        Optional.ofNullable(row.getString("round_name")).orElse(""),
        said.entrySet().stream()
            .limit(LINES)
            .map(entry -> LedgerLine.of(entry.getKey(), entry.getValue(), names))
            .toList(),
        Math.max(0, said.size() - LINES));
  }

  /** The units that can be asked for: code and name. */
  Map<String, String> units() {
    var units = new java.util.LinkedHashMap<String, String>();
    sql.sql("select code, name from org_unit order by kind <> 'province', name")
        .query((row, _) -> units.put(row.getString("code"), row.getString("name")))
        .list();
    return units;
  }

  /** The identifier of the unit with that code; empty when there is none. */
  String unitOf(String code) {
    return sql.sql("select id::text from org_unit where code = :code")
        .param("code", code)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** How many events have a position. */
  long size() {
    return sql.sql("select coalesce(max(position) + 1, 0) from ledger_leaf")
        .query(Long.class)
        .single();
  }
}
