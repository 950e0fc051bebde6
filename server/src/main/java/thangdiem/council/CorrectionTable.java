package thangdiem.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;

/** The rows of corrections and their approvals. */
@Component
class CorrectionTable {

  private final JdbcClient sql;

  CorrectionTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** All of a round, the latest first. */
  List<Correction> of(Round round, CriteriaSet set) {
    return sql.sql(
            """
            select correction.id, correction.unit, correction.code, correction.kind,
                   correction.document, correction.document_on, correction.ground,
                   correction.words, facts.names, facts.vals, correction.occasion,
                   correction.points, correction.base, correction.at,
                   correction.by_account, account.name, approved.approvals, approved.approvers,
                   adoption.version, correction.withdrawn_words
              from correction
              join account on account.id = correction.by_account
              left join adoption on adoption.correction = correction.id
              left join lateral (
                select array_agg(fact order by fact) as names,
                       array_agg(value order by fact) as vals
                  from correction_fact where correction = correction.id) facts on true
              left join lateral (
                select array_agg(by_whom.name order by approval.at) as approvals,
                       array_agg(by_whom.id order by approval.at) as approvers
                  from correction_approval approval
                  join account by_whom on by_whom.id = approval.by_account
                 where approval.correction = correction.id) approved on true
             where correction.round = :round
             order by correction.seq desc
            """)
        .param("round", round.id())
        .query((row, _) -> correction(row, set))
        .list();
  }

  private static Correction correction(ResultSet row, CriteriaSet set) throws SQLException {
    var version = row.getInt("version");
    var names = row.getArray("approvals");
    var accounts = row.getArray("approvers");
    return new Correction(
        row.getObject("id", UUID.class),
        row.getObject("unit", UUID.class),
        row.getString("code"),
        CorrectionKind.valueOf(row.getString("kind")),
        row.getString("document"),
        row.getObject("document_on", LocalDate.class),
        row.getString("ground"),
        row.getString("words"),
        FactValues.of(row, set),
        row.getString("occasion"),
        Optional.ofNullable(row.getString("points")).map(Points::of),
        row.getInt("base"),
        row.getObject("at", OffsetDateTime.class),
        row.getObject("by_account", UUID.class),
        row.getString("name"),
        names == null ? List.of() : List.of((String[]) names.getArray()),
        accounts == null ? List.of() : List.of((UUID[]) accounts.getArray()),
        version == 0 ? Optional.empty() : Optional.of(version),
        Optional.of(row.getString("withdrawn_words")).filter(text -> !text.isEmpty()));
  }

  UUID add(
      Actor actor,
      Round round,
      RoundUnit unit,
      String code,
      ProposedCorrection proposed,
      String document,
      LocalDate documentOn,
      int base) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into correction (id, round, unit, code, kind, document, document_on, ground,
                   words, occasion, points, base, at, by_account)
            values (:id, :round, :unit, :code, :kind, :document, :documentOn, :ground, :words,
                    :occasion, :points, :base, now_effective(), :by)
            """)
        .param("id", id)
        .param("round", round.id())
        .param("unit", unit.unit())
        .param("code", code)
        .param("kind", proposed.kind().name())
        .param("document", document)
        .param("documentOn", documentOn)
        .param("ground", proposed.ground())
        .param("words", proposed.words())
        .param("occasion", proposed.occasion())
        .param("points", proposed.points().map(Points::decimal).orElse(null), Types.NUMERIC)
        .param("base", base)
        .param("by", actor.account())
        .update();
    proposed
        .facts()
        .forEach((fact, value) ->
            sql.sql("insert into correction_fact values (:correction, :fact, :value)")
                .param("correction", id)
                .param("fact", fact)
                .param("value", value.map(TypedFact::json).orElse(null))
                .update());
    return id;
  }

  void approve(Actor actor, Correction correction) {
    sql.sql(
            """
            insert into correction_approval (correction, unit, at, by_account)
            values (:correction, :unit, now_effective(), :by)
            """)
        .param("correction", correction.id())
        .param("unit", correction.unit())
        .param("by", actor.account())
        .update();
  }

  /** How many have approved, nobody else approving meanwhile. */
  int approvals(Correction correction) {
    return sql.sql("select count(*)::int from correction_approval where correction = :correction")
        .param("correction", correction.id())
        .query(Integer.class)
        .single();
  }

  boolean withdraw(Actor actor, Correction correction, String words) {
    return sql.sql(
                """
                update correction
                   set withdrawn_words = :words, withdrawn_at = now_effective(), withdrawn_by = :by
                 where id = :correction and withdrawn_at is null
                """)
            .param("words", words)
            .param("by", actor.account())
            .param("correction", correction.id())
            .update()
        == 1;
  }
}
