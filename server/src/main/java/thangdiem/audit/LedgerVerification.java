package thangdiem.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.LedgerCheck;
import thangdiem.proof.LedgerPayload;
import thangdiem.proof.MerkleTree;
import thangdiem.proof.SignedNote;

/**
 * The check of the ledger in its database (kiểm tra ngay): all that can be checked of the exported
 * file, and beside that whether the tables around it still say the same and are still protected.
 */
@Component
class LedgerVerification {

  private static final List<String> TABLES =
      List.of("ledger_event", "ledger_leaf", "ledger_checkpoint", "ledger_commitment");

  private final JdbcClient sql;
  private final TransactionTemplate snapshot;
  private final LedgerSequencer sequencer;
  private final LedgerReader reader;
  private final Checkpoints checkpoints;
  private final LedgerSeal seal;

  LedgerVerification(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      LedgerSequencer sequencer,
      LedgerReader reader,
      Checkpoints checkpoints,
      LedgerSeal seal) {
    this.sql = sql;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
    this.sequencer = sequencer;
    this.reader = reader;
    this.checkpoints = checkpoints;
    this.seal = seal;
  }

  /** Checks everything, at one moment. */
  LedgerCheck.Verdict verify() {
    sequencer.sequence();
    return snapshot.execute(_ -> {
      var check = new LedgerCheck(Optional.of(seal.signer().key()));
      lost(check);
      unprotected(check);
      try {
        reader.each(0, true, row -> row(check, row));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      for (var made : checkpoints.all()) {
        sameSize(check, made);
        check.checkpoint(String.valueOf(made.size()), made.note());
      }
      checkpoints.lastNote().ifPresent(note -> check.checkpoint(seal.last().toString(), note));
      checkpoints.alarm().ifPresent(why -> check.differ(why.key(), why.arguments().toArray()));
      return check.verdict();
    });
  }

  private static void row(LedgerCheck check, LedgerReader.Row row) {
    check.add(row.entry());
    long position = row.entry().position();
    if (!Arrays.equals(row.leafHash(), MerkleTree.leaf(row.entry().payload()).bytes())) {
      check.differ("ledger.leafHash", position);
    }
    LedgerPayload.of(row.entry().payload())
        .ifPresent(payload ->
            row.columns()
                .forEach((column, value) -> {
                  if (!value.equals(payload.text(column))) {
                    check.differ("ledger.column", position, column, value, payload.text(column));
                  }
                }));
  }

  private static void sameSize(LedgerCheck check, Checkpoints.Made made) {
    var said =
        SignedNote.of(made.note())
            .flatMap(note -> Checkpoint.of(note.text()))
            .map(Checkpoint::size)
            .orElse(-1L);
    if (said != made.size()) {
      check.differ("ledger.checkpointSize", made.size(), said);
    }
  }

  /** Events in no place, and places of no event. */
  private void lost(LedgerCheck check) {
    sql.sql(
            """
            select event.event from ledger_event event
             where not exists (select from ledger_leaf where ledger_leaf.event = event.event)
               and not exists (select from ledger_queue where ledger_queue.event = event.event)
            """)
        .query(String.class)
        .list()
        .forEach(event -> check.differ("ledger.unplaced", event));
    sql.sql(
            """
            select leaf.position from ledger_leaf leaf
             where not exists (select from ledger_event where ledger_event.event = leaf.event)
            """)
        .query(Long.class)
        .list()
        .forEach(position -> check.differ("ledger.noEvent", position));
    sql.sql(
            """
            select said.field from ledger_commitment said
             where not exists (
               select from ledger_event event
                where event.event = said.event
                  and jsonb_exists(event.payload::jsonb -> 'committed', said.field))
            """)
        .query(String.class)
        .list()
        .forEach(field -> check.differ("ledger.uncommitted", field));
  }

  /** Triggers that are gone or asleep, and rights that nobody should have. */
  private void unprotected(LedgerCheck check) {
    for (var table : TABLES) {
      var asleep =
          sql.sql(
                  """
                  select count(*) filter (where tgenabled = 'O') = 0
                    from pg_trigger
                   where tgrelid = to_regclass(:table) and not tgisinternal
                     and tgfoid = 'refuse_change'::regproc
                  """)
              .param("table", table)
              .query(Boolean.class)
              .single();
      if (asleep) {
        check.differ("ledger.noTrigger", table);
      }
      var rights =
          sql.sql(
                  """
                  select string_agg(distinct grantee || ': ' || privilege_type, ', ')
                    from (select a.grantee::regrole::text as grantee, a.privilege_type
                            from pg_class, aclexplode(relacl) a
                           where oid = to_regclass(:table) and a.grantee <> relowner
                             and a.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
                             and not (relname = 'ledger_commitment'
                                      and a.privilege_type = 'DELETE')) too_much
                  """)
              .param("table", table)
              .query((row, _) -> Optional.ofNullable(row.getString(1)))
              .single();
      rights.ifPresent(found -> check.differ("ledger.rights", table, found));
    }
  }
}
