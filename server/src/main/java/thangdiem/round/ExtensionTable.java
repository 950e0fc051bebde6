package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of extensions and of what was proposed as one. */
@Component
class ExtensionTable {

  private final JdbcClient sql;

  ExtensionTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The extensions of a round, the latest first. */
  List<Extension> granted(UUID round) {
    return sql.sql(
            """
            select unit.unit, unit.name, extension.until_instant, extension.reason,
                   extension.document, extension.at, proposer.name as proposed_by,
                   confirmer.name as confirmed_by
              from round_extension extension
              join round_unit unit using (round, unit)
              join account confirmer on confirmer.id = extension.by_account
              left join extension_proposal proposal on proposal.id = extension.proposal
              left join account proposer on proposer.id = proposal.by_account
             where extension.round = :round
             order by extension.at desc
            """)
        .param("round", round)
        .query((row, _) ->
            new Extension(
                row.getObject("unit", UUID.class),
                row.getString("name"),
                row.getObject("until_instant", OffsetDateTime.class),
                row.getString("reason"),
                row.getString("document"),
                row.getObject("at", OffsetDateTime.class),
                Optional.ofNullable(row.getString("proposed_by")),
                row.getString("confirmed_by")))
        .list();
  }

  /** What was proposed and neither confirmed nor withdrawn, the oldest first. */
  List<ExtensionProposal> proposed(UUID round) {
    return sql.sql(
            """
            select proposal.id, unit.unit, unit.code, unit.name, proposal.until_instant,
                   proposal.reason, proposal.document, proposal.at, proposal.by_account,
                   proposer.name as by_name
              from extension_proposal proposal
              join round_unit unit using (round, unit)
              join account proposer on proposer.id = proposal.by_account
             where proposal.round = :round and proposal.withdrawn_at is null
               and not exists (select 1 from round_extension where proposal = proposal.id)
             order by proposal.at
            """)
        .param("round", round)
        .query((row, _) ->
            new ExtensionProposal(
                row.getObject("id", UUID.class),
                row.getObject("unit", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getObject("until_instant", OffsetDateTime.class),
                row.getString("reason"),
                row.getString("document"),
                row.getObject("at", OffsetDateTime.class),
                row.getObject("by_account", UUID.class),
                row.getString("by_name")))
        .list();
  }

  void propose(
      UUID id,
      UUID round,
      UUID unit,
      OffsetDateTime until,
      String reason,
      String document,
      UUID by) {
    sql.sql(
            """
            insert into extension_proposal
                   (id, round, unit, until_instant, reason, document, at, by_account)
            values (:id, :round, :unit, :until, :reason, :document, now_effective(), :by)
            """)
        .param("id", id)
        .param("round", round)
        .param("unit", unit)
        .param("until", until)
        .param("reason", reason)
        .param("document", document)
        .param("by", by)
        .update();
  }

  /** Takes a proposal back; false when it is no longer open. */
  boolean withdraw(UUID proposal, UUID by) {
    return sql.sql(
                """
                update extension_proposal
                   set withdrawn_at = now_effective(), withdrawn_by = :by
                 where id = :id and withdrawn_at is null
                   and not exists (select 1 from round_extension where proposal = :id)
                """)
            .param("by", by)
            .param("id", proposal)
            .update()
        == 1;
  }

  /** Grants what was proposed; the database refuses it to the proposer themselves. */
  void grant(UUID round, ExtensionProposal proposal, UUID by) {
    sql.sql(
            """
            insert into round_extension
                   (id, round, unit, until_instant, reason, document, at, by_account, proposal)
            select gen_random_uuid(), :round, unit, until_instant, reason, document,
                   now_effective(), :by, id
              from extension_proposal
             where id = :proposal
            """)
        .param("round", round)
        .param("by", by)
        .param("proposal", proposal.id())
        .update();
  }
}
