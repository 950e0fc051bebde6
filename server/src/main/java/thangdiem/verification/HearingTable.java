package thangdiem.verification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.scoring.Fact;

/** The rows of what units are asked, what they answer, and what came of it. */
@Component
class HearingTable {

  private final JdbcClient sql;

  HearingTable(JdbcClient sql) {
    this.sql = sql;
  }

  HearingRule rule(Round round) {
    return sql.sql("select turns, days from explanation_rule where round = :round")
        .param("round", round.id())
        .query(HearingRule.class)
        .optional()
        .orElse(HearingRule.DEFAULT);
  }

  void setRule(Actor actor, Round round, HearingRule rule) {
    sql.sql(
            """
            insert into explanation_rule (round, turns, days, at, by_account)
            values (:round, :turns, :days, now_effective(), :by)
            on conflict (round) do update
               set turns = excluded.turns, days = excluded.days, at = excluded.at,
                   by_account = excluded.by_account
            """)
        .param("round", round.id())
        .param("turns", rule.turns())
        .param("days", rule.days())
        .param("by", actor.account())
        .update();
  }

  /** Asks a unit to answer, by an instant, what was found about a criterion. */
  void ask(
      Actor actor,
      Round round,
      UUID unit,
      String code,
      UUID finding,
      int turn,
      OffsetDateTime until) {
    sql.sql(
            """
            insert into explanation_request
                   (id, round, unit, code, finding, turn, until, at, by_account)
            values (gen_random_uuid(), :round, :unit, :code, :finding, :turn, :until,
                    now_effective(), :by)
            """)
        .param("round", round.id())
        .param("unit", unit)
        .param("code", code)
        .param("finding", finding)
        .param("turn", turn)
        .param("until", until)
        .param("by", actor.account())
        .update();
  }

  /** Everything that those units were asked, in the order in which they were, drafts too. */
  Map<UUID, List<Hearing>> of(Round round, CriteriaSet set, Collection<UUID> units) {
    var heard = new HashMap<UUID, List<Hearing>>();
    if (units.isEmpty()) {
      return heard;
    }
    sql.sql(
            """
            select asked.id, asked.unit, asked.code, asked.finding, asked.turn, asked.until,
                   asked.at, said.agrees, said.words, said.version, said.at as said_at,
                   sayer.name as said_by, said.sent_at, sender.name as sent_by,
                   given.names, given.vals, outcome.result, outcome.words as outcome_words,
                   outcome.finding as outcome_finding, outcome.at as outcome_at,
                   decider.name as outcome_by
              from explanation_request asked
              left join explanation said on said.request = asked.id
              left join account sayer on sayer.id = said.by_account
              left join account sender on sender.id = said.sent_by
              left join explanation_outcome outcome on outcome.request = asked.id
              left join account decider on decider.id = outcome.by_account
              left join lateral (
                select array_agg(fact order by fact) as names,
                       array_agg(value order by fact) as vals
                  from explanation_value where request = asked.id) given on true
             where asked.round = :round and asked.unit = any (:units)
             order by asked.at, asked.code
            """)
        .param("round", round.id())
        .param("units", units.toArray(UUID[]::new), Types.ARRAY)
        .query((row, _) ->
            heard
                .computeIfAbsent(row.getObject("unit", UUID.class), _ -> new ArrayList<>())
                .add(hearing(row, set)))
        .list();
    return heard;
  }

  private static Hearing hearing(ResultSet row, CriteriaSet set) throws SQLException {
    return new Hearing(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("finding", UUID.class),
        row.getInt("turn"),
        row.getObject("until", OffsetDateTime.class),
        row.getObject("at", OffsetDateTime.class),
        row.getObject("said_at") == null ? Optional.empty() : Optional.of(explanation(row, set)),
        row.getString("result") == null ? Optional.empty() : Optional.of(outcome(row)));
  }

  private static Explanation explanation(ResultSet row, CriteriaSet set) throws SQLException {
    return new Explanation(
        row.getBoolean("agrees"),
        row.getString("words"),
        values(row.getArray("names"), row.getArray("vals"), set),
        row.getInt("version"),
        row.getObject("said_at", OffsetDateTime.class),
        row.getString("said_by"),
        Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class)),
        Optional.ofNullable(row.getString("sent_by")));
  }

  private static Map<String, Fact> values(
      @Nullable Array names, @Nullable Array vals, CriteriaSet set) throws SQLException {
    var values = new LinkedHashMap<String, Fact>();
    if (names != null && vals != null) {
      var facts = (String[]) names.getArray();
      var said = (String[]) vals.getArray();
      for (int i = 0; i < facts.length; i++) {
        var definition = set.facts().get(facts[i]);
        if (definition != null) {
          values.put(facts[i], TypedFact.ofJson(definition, said[i]));
        }
      }
    }
    return values;
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    return new Outcome(
        Outcome.Result.valueOf(row.getString("result")),
        row.getString("outcome_words"),
        Optional.ofNullable(row.getObject("outcome_finding", UUID.class)),
        row.getObject("outcome_at", OffsetDateTime.class),
        row.getString("outcome_by"));
  }

  /**
   * Keeps a draft; false when somebody else has changed or sent it meanwhile.
   *
   * @param version the one that was seen; 0 where there was none
   */
  boolean draft(
      Actor actor,
      UUID request,
      int version,
      boolean agrees,
      String words,
      Map<String, Fact> values) {
    int kept =
        sql.sql(
                """
                insert into explanation (request, agrees, words, at, by_account)
                select :request, :agrees, :words, now_effective(), :by
                 where :version = 0 or exists (select from explanation where request = :request)
                on conflict (request) do update
                   set agrees = excluded.agrees, words = excluded.words, at = excluded.at,
                       by_account = excluded.by_account, version = explanation.version + 1
                 where explanation.version = :version and explanation.sent_at is null
                """)
            .param("request", request)
            .param("agrees", agrees)
            .param("words", words)
            .param("by", actor.account())
            .param("version", version)
            .update();
    if (kept == 0) {
      return false;
    }
    sql.sql("delete from explanation_value where request = :request")
        .param("request", request)
        .update();
    values.forEach((fact, value) ->
        sql.sql("insert into explanation_value values (:request, :fact, :value)")
            .param("request", request)
            .param("fact", fact)
            .param("value", TypedFact.json(value))
            .update());
    return true;
  }

  /** Sends a draft; false when there is none that was not sent. */
  boolean send(Actor actor, UUID request) {
    return sql.sql(
                """
                update explanation set sent_at = now_effective(), sent_by = :by
                 where request = :request and sent_at is null
                """)
            .param("request", request)
            .param("by", actor.account())
            .update()
        == 1;
  }

  void decide(
      Actor actor,
      Round round,
      UUID unit,
      UUID request,
      Outcome.Result result,
      String words,
      Optional<UUID> finding) {
    sql.sql(
            """
            insert into explanation_outcome
                   (request, round, unit, result, words, finding, at, by_account)
            values (:request, :round, :unit, :result, :words, :finding, now_effective(), :by)
            """)
        .param("request", request)
        .param("round", round.id())
        .param("unit", unit)
        .param("result", result.name())
        .param("words", words)
        .param("finding", finding.orElse(null), Types.OTHER)
        .param("by", actor.account())
        .update();
  }
}
