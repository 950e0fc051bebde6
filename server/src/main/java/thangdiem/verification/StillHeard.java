package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.round.KeepsFromPhase;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundCalendar;
import thangdiem.words.Sentence;

/**
 * Who may still explain (còn hạn giải trình, C-6): no council sits over a unit whose time is
 * running and that has not said all it was asked.
 */
@Component
class StillHeard implements KeepsFromPhase {

  private final JdbcClient sql;

  StillHeard(JdbcClient sql) {
    this.sql = sql;
  }

  /** A unit, and how long it may answer. */
  private record Waiting(String name, OffsetDateTime until) {}

  @Override
  public List<Sentence> missing(Round round, Phase to) {
    var waiting = to == Phase.COUNCIL ? waiting(round) : List.<Waiting>of();
    return waiting.stream()
        .map(Waiting::until)
        .max(OffsetDateTime::compareTo)
        .map(last ->
            Sentence.of(
                "explain.stillHeard",
                waiting.stream().map(Waiting::name).collect(Collectors.joining(", ")),
                RoundCalendar.until(last)))
        .stream()
        .toList();
  }

  private List<Waiting> waiting(Round round) {
    return sql.sql(
            """
            select one.name, max(asked.until) as until
              from explanation_request asked
              join round_unit one on one.round = asked.round and one.unit = asked.unit
              left join explanation said on said.request = asked.id
             where asked.round = :round and now_effective() < asked.until
               and said.sent_at is null
             group by one.name, one.ordinal
             order by one.ordinal
            """)
        .param("round", round.id())
        .query(Waiting.class)
        .list();
  }
}
