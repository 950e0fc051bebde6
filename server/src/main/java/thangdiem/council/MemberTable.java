package thangdiem.council;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.round.Round;

/** The rows of who sits in a round's council, and how many must. */
@Component
class MemberTable {

  private final JdbcClient sql;

  MemberTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** All that ever were, in the order of their offices. */
  List<Member> of(Round round) {
    return sql.sql(
            """
            select member.id, member.account, account.name, org_unit.name as unit, member.office,
                   member.document, member.document_on, member.released_document
              from council_member member
              join account on account.id = member.account
              join org_unit on org_unit.id = account.works_in
             where member.round = :round
             order by member.released_at nulls first,
                      array_position(array['CHAIR', 'VICE', 'MEMBER', 'SECRETARY'], member.office),
                      account.name, member.id
            """)
        .param("round", round.id())
        .query((row, _) ->
            new Member(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getString("unit"),
                Office.valueOf(row.getString("office")),
                row.getString("document"),
                row.getObject("document_on", LocalDate.class),
                Optional.of(row.getString("released_document")).filter(text -> !text.isEmpty())))
        .list();
  }

  /** Whoever holds a role of the council and is no member yet. */
  List<Candidate> candidates(Round round) {
    return sql.sql(
            """
            select account.id as account, account.name, org_unit.name as unit,
                   bool_or(held.role = 'COUNCIL_SECRETARY') as secretary,
                   bool_or(held.role <> 'COUNCIL_SECRETARY') as votes
              from account
              join account_role held on held.account = account.id
               and held.role in ('COUNCIL_MEMBER', 'COUNCIL_SECRETARY', 'CHAIRMAN')
              join org_unit on org_unit.id = account.works_in
             where account.disabled_at is null
               and not exists (
                 select from council_member
                  where round = :round and account = account.id and released_at is null)
             group by account.id, account.name, org_unit.name
             order by account.name, account.id
            """)
        .param("round", round.id())
        .query(Candidate.class)
        .list();
  }

  /** Who of the members may vote about a unit; absent: about the result as a whole. */
  Set<UUID> eligible(Round round, Optional<UUID> unit) {
    return new HashSet<>(
        sql.sql("select council_eligible(:round, cast(:unit as uuid))")
            .param("round", round.id())
            .param("unit", unit.orElse(null), java.sql.Types.OTHER)
            .query(UUID.class)
            .list());
  }

  /** How many of so many must be there. */
  int needed(Round round, int eligible) {
    return sql.sql("select council_needed(:round, :eligible)")
        .param("round", round.id())
        .param("eligible", eligible)
        .query(Integer.class)
        .single();
  }

  Quorum quorum(Round round) {
    return sql.sql(
            """
            select rule, number from council_quorum where round = :round order by seq desc limit 1
            """)
        .param("round", round.id())
        .query((row, _) ->
            new Quorum(Quorum.Rule.valueOf(row.getString("rule")), row.getInt("number")))
        .optional()
        .orElse(Quorum.DEFAULT);
  }

  void set(Actor actor, Round round, Quorum quorum) {
    sql.sql(
            """
            insert into council_quorum (id, round, rule, number, at, by_account)
            values (gen_random_uuid(), :round, :rule, :number, now_effective(), :by)
            """)
        .param("round", round.id())
        .param("rule", quorum.rule().name())
        .param("number", quorum.number())
        .param("by", actor.account())
        .update();
  }

  void add(
      Actor actor,
      Round round,
      UUID account,
      Office office,
      String document,
      LocalDate documentOn) {
    sql.sql(
            """
            insert into council_member
                   (id, round, account, office, document, document_on, at, by_account)
            values (gen_random_uuid(), :round, :account, :office, :document, :documentOn,
                    now_effective(), :by)
            """)
        .param("round", round.id())
        .param("account", account)
        .param("office", office.name())
        .param("document", document)
        .param("documentOn", documentOn)
        .param("by", actor.account())
        .update();
  }

  /** False where they were released before. */
  boolean release(Actor actor, Round round, UUID member, String document) {
    return sql.sql(
                """
                update council_member
                   set released_document = :document, released_at = now_effective(),
                       released_by = :by
                 where id = :member and round = :round and released_at is null
                """)
            .param("document", document)
            .param("by", actor.account())
            .param("member", member)
            .param("round", round.id())
            .update()
        == 1;
  }
}
