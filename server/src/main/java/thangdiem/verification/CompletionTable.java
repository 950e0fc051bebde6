package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.scoring.Fact;

/** The rows of what went back to units, and of what they added to their reports. */
@Component
class CompletionTable {

  private final JdbcClient sql;

  CompletionTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Gives facts and criteria back to a unit. */
  void add(
      Actor actor,
      Round round,
      UUID unit,
      Set<String> facts,
      Set<String> criteria,
      String words,
      OffsetDateTime until) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into completion (id, round, unit, words, until, at, by_account)
            values (:id, :round, :unit, :words, :until, now_effective(), :by)
            """)
        .param("id", id)
        .param("round", round.id())
        .param("unit", unit)
        .param("words", words)
        .param("until", until)
        .param("by", actor.account())
        .update();
    facts.forEach(fact -> name(id, "FACT", fact));
    criteria.forEach(code -> name(id, "CRITERION", code));
  }

  private void name(UUID completion, String about, String code) {
    sql.sql("insert into completion_item values (:completion, :about, :code)")
        .param("completion", completion)
        .param("about", about)
        .param("code", code)
        .update();
  }

  /** What has gone back to a unit in a round, the latest first. */
  List<Completion> of(Round round, UUID unit) {
    var found = new LinkedHashMap<UUID, Completion>();
    sql.sql(
            """
            select completion.id, completion.words, completion.until, completion.at,
                   account.name as by_name, item.about, item.code
              from completion
              join account on account.id = completion.by_account
              join completion_item item on item.completion = completion.id
             where completion.round = :round and completion.unit = :unit
             order by completion.at desc, item.about, item.code
            """)
        .param("round", round.id())
        .param("unit", unit)
        .query(row -> {
          var id = row.getObject("id", UUID.class);
          if (!found.containsKey(id)) {
            found.put(
                id,
                new Completion(
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    row.getString("words"),
                    row.getObject("until", OffsetDateTime.class),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("by_name")));
          }
          var completion = java.util.Objects.requireNonNull(found.get(id));
          (row.getString("about").equals("FACT") ? completion.facts() : completion.criteria())
              .add(row.getString("code"));
        });
    return new ArrayList<>(found.values());
  }

  /** Whether the January window of the round is open. */
  boolean toppingUp(Round round) {
    return sql.sql("select topping_up(:round)")
        .param("round", round.id())
        .query(Boolean.class)
        .single();
  }

  /** Adds a value to what the unit has reported. */
  void supplement(
      Actor actor, Round round, UUID unit, String fact, Fact value, Supplement.Kind kind) {
    sql.sql(
            """
            insert into supplement (id, round, unit, fact, value, kind, at, by_account)
            values (gen_random_uuid(), :round, :unit, :fact, :value, :kind, now_effective(), :by)
            """)
        .param("round", round.id())
        .param("unit", unit)
        .param("fact", fact)
        .param("value", TypedFact.json(value))
        .param("kind", kind.name())
        .param("by", actor.account())
        .update();
  }
}
