package thangdiem.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.BadInput;

/**
 * What all units of a round have reported (cột tự đánh giá), in a fixed number of questions however
 * many units: answers and what was added to them, last year's, what is claimed not to apply, and
 * what is proven.
 */
@Component
class ClaimedTable {

  /** A unit's own column. */
  record Claimed(
      RoundUnit unit,
      boolean late,
      UnitAnswers answers,
      Map<String, String> reasons,
      Set<String> proven,
      List<Supplement> supplements) {}

  private final JdbcClient sql;

  ClaimedTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The units of the round, in the decision's order; one that sent nothing claims nothing. */
  List<Claimed> all(Round round, CriteriaSet set) {
    var added = new HashMap<UUID, List<Supplement>>();
    var facts = facts(round, set, added);
    var before = lastYear(round, set);
    var reasons = reasons(round);
    var proven = proven(round);
    return sql.sql(
            """
            select unit, code, name, ranking_group, ordinal, submitted_at,
                   submitted_at >= deadline_of(round, unit) as late
              from round_unit
             where round = :round
             order by ranking_group, ordinal, code
            """)
        .param("round", round.id())
        .query((row, _) -> claimed(row, facts, before, reasons, proven, added))
        .list();
  }

  private static Claimed claimed(
      ResultSet row,
      Map<UUID, Map<String, Fact>> facts,
      Map<UUID, Map<String, Fact>> before,
      Map<UUID, Map<String, String>> reasons,
      Map<UUID, Set<String>> proven,
      Map<UUID, List<Supplement>> added)
      throws SQLException {
    var id = row.getObject("unit", UUID.class);
    var sent = Optional.ofNullable(row.getObject("submitted_at", OffsetDateTime.class));
    var unit =
        new RoundUnit(
            id,
            row.getString("code"),
            row.getString("name"),
            row.getString("ranking_group"),
            row.getInt("ordinal"),
            sent);
    if (sent.isEmpty()) {
      return new Claimed(
          unit,
          false,
          UnitAnswers.noReport(unit.code(), unit.name(), unit.group()),
          Map.of(),
          Set.of(),
          List.of());
    }
    var why = reasons.getOrDefault(id, Map.of());
    return new Claimed(
        unit,
        row.getBoolean("late"),
        new UnitAnswers(
            unit.code(),
            unit.name(),
            unit.group(),
            facts.getOrDefault(id, Map.of()),
            before.getOrDefault(id, Map.of()),
            List.copyOf(why.keySet()),
            List.of(),
            sent,
            true),
        why,
        proven.getOrDefault(id, Set.of()),
        added.getOrDefault(id, List.of()));
  }

  /** Answers, and over them what was added later, of which it is kept what stood before. */
  private Map<UUID, Map<String, Fact>> facts(
      Round round, CriteriaSet set, Map<UUID, List<Supplement>> added) {
    var facts = new HashMap<UUID, Map<String, Fact>>();
    sql.sql("select unit, fact, value from answer where round = :round")
        .param("round", round.id())
        .query((row, _) -> put(facts, set, row))
        .list();
    sql.sql(
            """
            select unit, fact, value, seq, kind, supplement.at, account.name as by_name
              from supplement join account on account.id = supplement.by_account
             where round = :round
             order by seq
            """)
        .param("round", round.id())
        .query(row -> {
          var unit = row.getObject("unit", UUID.class);
          var fact = row.getString("fact");
          var before = Optional.ofNullable(facts.getOrDefault(unit, Map.of()).get(fact));
          put(facts, set, row);
          var after = facts.getOrDefault(unit, Map.of()).get(fact);
          if (after != null) {
            added
                .computeIfAbsent(unit, _ -> new ArrayList<>())
                .add(
                    new Supplement(
                        row.getLong("seq"),
                        fact,
                        before,
                        after,
                        Supplement.Kind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("by_name")));
          }
        });
    return facts;
  }

  /** Of each fact the latest value of an earlier round. */
  private Map<UUID, Map<String, Fact>> lastYear(Round round, CriteriaSet set) {
    var facts = new HashMap<UUID, Map<String, Fact>>();
    sql.sql(
            """
            select distinct on (answer.unit, answer.fact) answer.unit, answer.fact, answer.value
              from answer
              join round earlier on earlier.id = answer.round and earlier.year < :year
             where answer.unit in (select unit from round_unit where round = :round)
             order by answer.unit, answer.fact, earlier.year desc, earlier.rehearsal
            """)
        .param("year", round.year())
        .param("round", round.id())
        .query((row, _) -> put(facts, set, row))
        .list();
    return facts;
  }

  private static int put(Map<UUID, Map<String, Fact>> facts, CriteriaSet set, ResultSet row)
      throws SQLException {
    var definition = set.facts().get(row.getString("fact"));
    if (definition != null) {
      try {
        facts
            .computeIfAbsent(row.getObject("unit", UUID.class), _ -> new LinkedHashMap<>())
            .put(definition.id(), TypedFact.ofJson(definition, row.getString("value")));
      } catch (BadInput e) {
        return 0; // it meant something else last year
      }
    }
    return 1;
  }

  private Map<UUID, Map<String, String>> reasons(Round round) {
    var reasons = new HashMap<UUID, Map<String, String>>();
    sql.sql(
            """
            select unit, code, reason from not_applicable_claim where round = :round order by code
            """)
        .param("round", round.id())
        .query((row, _) ->
            reasons
                .computeIfAbsent(row.getObject("unit", UUID.class), _ -> new LinkedHashMap<>())
                .put(row.getString("code"), row.getString("reason")))
        .list();
    return reasons;
  }

  private Map<UUID, Set<String>> proven(Round round) {
    var proven = new HashMap<UUID, Set<String>>();
    sql.sql(
            """
            select one.unit, counted.code
              from round_unit one, evidence_counts(one.round, one.unit) counted
             where one.round = :round
            """)
        .param("round", round.id())
        .query((row, _) ->
            proven
                .computeIfAbsent(row.getObject("unit", UUID.class), _ -> new HashSet<>())
                .add(row.getString("code")))
        .list();
    return proven;
  }
}
