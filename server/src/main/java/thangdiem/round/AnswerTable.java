package thangdiem.round;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what units have answered, as the round reads them. */
@Component
class AnswerTable {

  /** How much a unit has answered of a section, and when it was last at it. */
  record Answered(UUID unit, String section, int facts, OffsetDateTime last) {}

  private final JdbcClient sql;

  AnswerTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The answers of a round as JSON values, by unit and fact. */
  Map<UUID, Map<String, String>> values(UUID round) {
    var byUnit = new LinkedHashMap<UUID, Map<String, String>>();
    sql.sql("select unit, fact, value from answer where round = :round order by unit, fact")
        .param("round", round)
        .query((row, _) ->
            byUnit
                .computeIfAbsent(row.getObject("unit", UUID.class), _ -> new LinkedHashMap<>())
                .put(row.getString("fact"), row.getString("value")))
        .list();
    return byUnit;
  }

  List<Answered> progress(UUID round, Map<String, String> sectionOfFact) {
    var facts = new ArrayList<>(sectionOfFact.keySet());
    return sql.sql(
            """
            select unit, place.section, count(*) as facts, max(at) as last
              from answer
              join unnest(:facts::text[], :sections::text[]) as place (fact, section)
             using (fact)
             where round = :round
             group by unit, place.section
            """)
        .param("facts", facts.toArray(String[]::new), Types.ARRAY)
        .param(
            "sections", facts.stream().map(sectionOfFact::get).toArray(String[]::new), Types.ARRAY)
        .param("round", round)
        .query(Answered.class)
        .list();
  }

  /** How many of these facts got their present answer on each day in Vietnam. */
  Map<LocalDate, Integer> byDay(UUID round, Collection<String> facts) {
    var days = new TreeMap<LocalDate, Integer>();
    sql.sql(
            """
            select (at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*) as facts
              from answer
             where round = :round and fact = any (:facts)
             group by 1
            """)
        .param("round", round)
        .param("facts", facts.toArray(String[]::new), Types.ARRAY)
        .query(row -> {
          days.put(row.getObject("day", LocalDate.class), row.getInt("facts"));
        });
    return days;
  }
}
