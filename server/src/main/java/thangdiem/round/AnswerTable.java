package thangdiem.round;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Together;

/** The rows of what units have answered, as the round reads them. */
@Component
class AnswerTable {

  /** How much a unit has answered of a section, and when it was last at it. */
  record Answered(UUID unit, String section, int facts, OffsetDateTime last) {}

  private final JdbcClient sql;
  private final Together<Counted, Progress> together = Together.all(this::count);

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

  /** How far the units of a round are, and how many answers each day has brought. */
  record Progress(List<Answered> answered, Map<LocalDate, Integer> byDay) {}

  private record Counted(UUID round, Map<String, String> sectionOfFact) {}

  /**
   * Counts the facts of those sections: by unit and section, and by the day in Vietnam on which
   * each got its present answer. For those who look at the same time it is counted once.
   */
  Progress progress(UUID round, Map<String, String> sectionOfFact) {
    return together.serve(new Counted(round, sectionOfFact));
  }

  private List<Progress> count(List<Counted> asked) {
    var counted = new HashMap<Counted, Progress>();
    return asked.stream()
        .map(one -> counted.computeIfAbsent(one, _ -> count(one.round(), one.sectionOfFact())))
        .toList();
  }

  private Progress count(UUID round, Map<String, String> sectionOfFact) {
    var facts = new ArrayList<>(sectionOfFact.keySet());
    var answered = new ArrayList<Answered>();
    var days = new TreeMap<LocalDate, Integer>();
    sql.sql(
            """
            select unit, place.section, (at at time zone 'Asia/Ho_Chi_Minh')::date as day,
                   count(*) as facts, max(at) as last
              from answer
              join unnest(:facts::text[], :sections::text[]) as place (fact, section)
             using (fact)
             where round = :round
             group by grouping sets ((unit, place.section), (day))
            """)
        .param("facts", facts.toArray(String[]::new), Types.ARRAY)
        .param(
            "sections", facts.stream().map(sectionOfFact::get).toArray(String[]::new), Types.ARRAY)
        .param("round", round)
        .query(row -> {
          var day = row.getObject("day", LocalDate.class);
          if (day == null) {
            answered.add(
                new Answered(
                    row.getObject("unit", UUID.class),
                    row.getString("section"),
                    row.getInt("facts"),
                    row.getObject("last", OffsetDateTime.class)));
          } else {
            days.put(day, row.getInt("facts"));
          }
        });
    return new Progress(answered, days);
  }
}
