package thangdiem.round;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of days that are not what the week says. */
@Component
class SpecialDayTable {

  private final JdbcClient sql;

  SpecialDayTable(JdbcClient sql) {
    this.sql = sql;
  }

  WorkingDays workingDays() {
    var days = new LinkedHashMap<LocalDate, WorkingDays.SpecialDay>();
    sql.sql("select day, name, working from calendar_day")
        .query(WorkingDays.SpecialDay.class)
        .list()
        .forEach(day -> days.put(day.day(), day));
    return new WorkingDays(days);
  }

  List<WorkingDays.SpecialDay> of(int year) {
    return sql.sql(
            """
            select day, name, working from calendar_day
             where extract(year from day) = :year
             order by day
            """)
        .param("year", year)
        .query(WorkingDays.SpecialDay.class)
        .list();
  }

  void set(int year, List<WorkingDays.SpecialDay> days) {
    sql.sql("delete from calendar_day where extract(year from day) = :year")
        .param("year", year)
        .update();
    for (var day : days) {
      sql.sql("insert into calendar_day (day, name, working) values (:day, :name, :working)")
          .param("day", day.day())
          .param("name", day.name())
          .param("working", day.working())
          .update();
    }
  }
}
