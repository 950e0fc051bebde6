package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.round.KeepsFromPhase;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundCalendar;
import thangdiem.words.Sentence;

/**
 * Who may still explain (còn hạn giải trình, C-6): no council sits over a unit whose time is
 * running and that has not said all it was asked, nor over what it has said and nobody has decided.
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
    return to == Phase.COUNCIL
        ? Stream.concat(stillWaiting(round), undecided(round)).toList()
        : List.of();
  }

  private Stream<Sentence> stillWaiting(Round round) {
    var waiting = waiting(round);
    return waiting.stream()
        .map(Waiting::until)
        .max(OffsetDateTime::compareTo)
        .map(last ->
            Sentence.of(
                "explain.stillHeard",
                waiting.stream().map(Waiting::name).collect(Collectors.joining(", ")),
                RoundCalendar.until(last)))
        .stream();
  }

  /** What units explained and no verifier has decided on, with the criteria it is about. */
  private Stream<Sentence> undecided(Round round) {
    return sql
        .sql(
            """
            select one.name || ' (' || string_agg(asked.code, ', ' order by asked.code) || ')'
              from explanation_request asked
              join explanation said on said.request = asked.id
               and said.sent_at is not null and not said.agrees
              join round_unit one on one.round = asked.round and one.unit = asked.unit
              left join explanation_outcome outcome on outcome.request = asked.id
             where asked.round = :round and asked.turn > 0 and outcome.request is null
             group by one.name, one.ordinal
             order by one.ordinal
            """)
        .param("round", round.id())
        .query(String.class)
        .list()
        .stream()
        .reduce((some, more) -> some + "; " + more)
        .map(units -> Sentence.of("explain.undecided", units))
        .stream();
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
