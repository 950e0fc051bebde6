package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a round's instants. */
@Component
class CalendarTable {

  private final JdbcClient sql;

  CalendarTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The time of decisions. */
  OffsetDateTime now() {
    return sql.sql("select now_effective()").query(OffsetDateTime.class).single();
  }

  RoundCalendar calendar(UUID round) {
    var instants = new EnumMap<Milestone, OffsetDateTime>(Milestone.class);
    sql.sql("select milestone, at from round_instant where round = :round")
        .param("round", round)
        .query((row, _) ->
            instants.put(
                Milestone.valueOf(row.getString("milestone")),
                row.getObject("at", OffsetDateTime.class)))
        .list();
    return new RoundCalendar(instants);
  }

  /** The deadline of every round that has one. */
  Map<UUID, OffsetDateTime> deadlines() {
    var deadlines = new HashMap<UUID, OffsetDateTime>();
    sql.sql("select round, at from round_instant where milestone = 'DEADLINE'")
        .query((row, _) ->
            deadlines.put(
                row.getObject("round", UUID.class), row.getObject("at", OffsetDateTime.class)))
        .list();
    return deadlines;
  }

  void setCalendar(UUID round, RoundCalendar calendar) {
    sql.sql("delete from round_instant where round = :round").param("round", round).update();
    calendar
        .instants()
        .forEach((milestone, at) ->
            sql.sql(
                    """
                    insert into round_instant (round, milestone, at)
                    values (:round, :milestone, :at)
                    """)
                .param("round", round)
                .param("milestone", milestone.name())
                .param("at", at)
                .update());
  }
}
