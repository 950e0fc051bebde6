package thangdiem.inspection;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of draws and of what people decided. */
@Component
class DrawTable {

  private final JdbcClient sql;

  DrawTable(JdbcClient sql) {
    this.sql = sql;
  }

  void add(UUID id, UUID round, String seed, int size, UUID by) {
    sql.sql(
            """
            insert into inspection_draw (id, round, seed, size, at, by_account)
            values (:id, :round, :seed, :size, now_effective(), :by)
            """)
        .param("id", id)
        .param("round", round)
        .param("seed", seed)
        .param("size", size)
        .param("by", by)
        .update();
  }

  void candidate(UUID draw, UUID round, UUID unit, Risk risk, @Nullable Integer drawn) {
    sql.sql(
            """
            insert into inspection_candidate (draw, round, unit, weight, signals, drawn)
            values (:draw, :round, :unit, :weight, :signals, :drawn)
            """)
        .param("draw", draw)
        .param("round", round)
        .param("unit", unit)
        .param("weight", risk.weight())
        .param("signals", risk.written())
        .param("drawn", drawn)
        .update();
  }

  /** Every draw of the round, the latest first; only the latest with its units. */
  List<Draw> of(UUID round) {
    var draws =
        sql.sql(
                """
                select draw.id, draw.seed, draw.size, draw.at, account.name
                  from inspection_draw draw join account on account.id = draw.by_account
                 where draw.round = :round
                 order by draw.at desc, draw.id
                """)
            .param("round", round)
            .query((row, number) -> {
              var id = row.getObject("id", UUID.class);
              return new Draw(
                  id,
                  row.getString("seed"),
                  row.getInt("size"),
                  row.getObject("at", OffsetDateTime.class),
                  row.getString("name"),
                  List.of());
            })
            .list();
    return draws.isEmpty()
        ? draws
        : java.util.stream.Stream.concat(
                java.util.stream.Stream.of(withUnits(draws.getFirst())), draws.stream().skip(1))
            .toList();
  }

  private Draw withUnits(Draw draw) {
    return new Draw(
        draw.id(), draw.seed(), draw.size(), draw.at(), draw.by(), candidates(draw.id()));
  }

  private List<Draw.Candidate> candidates(UUID draw) {
    return sql.sql(
            """
            select one.unit, part.code, part.name, one.weight, one.signals, one.drawn
              from inspection_candidate one
              join round_unit part on part.round = one.round and part.unit = one.unit
             where one.draw = :draw
             order by one.drawn nulls last, one.weight desc, part.ordinal
            """)
        .param("draw", draw)
        .query((row, _) ->
            new Draw.Candidate(
                row.getObject("unit", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getInt("weight"),
                Risk.read(row.getString("signals")),
                Optional.ofNullable(row.getObject("drawn", Integer.class))))
        .list();
  }

  void choose(UUID round, UUID unit, boolean chosen, Reason reason, String words, UUID by) {
    sql.sql(
            """
            insert into inspection_choice (id, round, unit, chosen, reason, words, at, by_account)
            values (gen_random_uuid(), :round, :unit, :chosen, :reason, :words, now_effective(), :by)
            """)
        .param("round", round)
        .param("unit", unit)
        .param("chosen", chosen)
        .param("reason", reason.name())
        .param("words", words)
        .param("by", by)
        .update();
  }

  /** What people decided, of each unit the earlier first. */
  Map<UUID, List<Choice>> choices(UUID round) {
    var choices = new LinkedHashMap<UUID, List<Choice>>();
    sql.sql(
            """
            select choice.unit, choice.chosen, choice.reason, choice.words, choice.at,
                   account.name as by
              from inspection_choice choice join account on account.id = choice.by_account
             where choice.round = :round
             order by choice.at
            """)
        .param("round", round)
        .query(Choice.class)
        .list()
        .forEach(choice ->
            choices.computeIfAbsent(choice.unit(), _ -> new java.util.ArrayList<>()).add(choice));
    return choices;
  }
}
