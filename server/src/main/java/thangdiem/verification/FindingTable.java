package thangdiem.verification;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.scoring.Fact;

/** The rows of findings; there is no way to change one. */
@Component
class FindingTable {

  private final JdbcClient sql;

  FindingTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** Everything found about those units, in the order in which it was. */
  Map<UUID, List<Finding>> of(Round round, CriteriaSet set, Collection<UUID> units) {
    var found = new HashMap<UUID, List<Finding>>();
    if (units.isEmpty()) {
      return found;
    }
    sql.sql(
            """
            select finding.id, seq, unit, code, place, verdict, ground, words, at,
                   by_account, account.name, facts.names, facts.vals
              from finding
              join account on account.id = finding.by_account
              left join lateral (
                select array_agg(fact order by fact) as names,
                       array_agg(value order by fact) as vals
                  from finding_fact where finding_fact.finding = finding.id) facts on true
             where round = :round and unit = any (:units)
             order by seq
            """)
        .param("round", round.id())
        .param("units", units.toArray(UUID[]::new), Types.ARRAY)
        .query((row, _) ->
            found
                .computeIfAbsent(row.getObject("unit", UUID.class), _ -> new ArrayList<>())
                .add(finding(row, set)))
        .list();
    return found;
  }

  private static Finding finding(ResultSet row, CriteriaSet set) throws SQLException {
    var ground = row.getString("ground");
    return new Finding(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        row.getString("code"),
        row.getInt("place"),
        Verdict.valueOf(row.getString("verdict")),
        ground.isEmpty() ? Optional.empty() : Optional.of(Ground.valueOf(ground)),
        row.getString("words"),
        facts(row, set),
        row.getObject("at", OffsetDateTime.class),
        row.getObject("by_account", UUID.class),
        row.getString("name"));
  }

  private static Map<String, Optional<Fact>> facts(ResultSet row, CriteriaSet set)
      throws SQLException {
    var facts = new LinkedHashMap<String, Optional<Fact>>();
    var names = row.getArray("names");
    if (names != null) {
      var ids = (String[]) names.getArray();
      var values = (@org.jspecify.annotations.Nullable String[]) row.getArray("vals").getArray();
      for (int i = 0; i < ids.length; i++) {
        var definition = set.facts().get(ids[i]);
        var value = values[i];
        if (definition != null) {
          facts.put(
              ids[i],
              value == null ? Optional.empty() : Optional.of(TypedFact.ofJson(definition, value)));
        }
      }
    }
    return facts;
  }

  /** Nobody else finds anything about the unit until the transaction ends. */
  void lock(Round round, RoundUnit unit) {
    sql.sql(
            """
            select 1 from round_unit where round = :round and unit = :unit for no key update
            """)
        .param("round", round.id())
        .param("unit", unit.unit())
        .query(Integer.class)
        .single();
  }

  /** The latest finding of that place; 0 where there is none. */
  long last(Round round, RoundUnit unit, String code, int place) {
    return sql.sql(
            """
            select coalesce(max(seq), 0) from finding
             where round = :round and unit = :unit and code = :code and place = :place
            """)
        .param("round", round.id())
        .param("unit", unit.unit())
        .param("code", code)
        .param("place", place)
        .query(Long.class)
        .single();
  }

  /**
   * Accepts all of those criteria at once.
   *
   * @return how many; fewer where that place has found something about one of them already
   */
  int acceptAll(Actor actor, Round round, RoundUnit unit, List<String> codes, int place) {
    return sql.sql(
            """
            insert into finding (id, round, unit, code, place, verdict, at, by_account)
            select gen_random_uuid(), :round, :unit, code, :place, :verdict, now_effective(), :by
              from unnest(:codes::text[]) code
             where not exists (
               select from finding found
                where found.round = :round and found.unit = :unit and found.code = code.code
                  and found.place = :place)
            """)
        .param("round", round.id())
        .param("unit", unit.unit())
        .param("codes", codes.toArray(String[]::new), Types.ARRAY)
        .param("place", place)
        .param("verdict", Verdict.ACCEPTED.name())
        .param("by", actor.account())
        .update();
  }

  /** Keeps a finding, and the values that it puts into the verified column. */
  UUID add(Actor actor, Round round, RoundUnit unit, String code, int place, Judgement judgement) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into finding
                   (id, round, unit, code, place, verdict, ground, words, at, by_account)
            values (:id, :round, :unit, :code, :place, :verdict, :ground, :words,
                    now_effective(), :by)
            """)
        .param("id", id)
        .param("round", round.id())
        .param("unit", unit.unit())
        .param("code", code)
        .param("place", place)
        .param("verdict", judgement.verdict().name())
        .param("ground", judgement.ground().map(Ground::name).orElse(""))
        .param("words", judgement.words())
        .param("by", actor.account())
        .update();
    judgement
        .facts()
        .forEach((fact, value) ->
            sql.sql("insert into finding_fact values (:finding, :fact, :value)")
                .param("finding", id)
                .param("fact", fact)
                .param("value", value.map(TypedFact::json).orElse(null))
                .update());
    return id;
  }
}
