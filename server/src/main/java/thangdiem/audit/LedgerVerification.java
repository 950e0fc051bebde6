package thangdiem.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import thangdiem.audit.LedgerState.Said;
import thangdiem.proof.Ahead;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.LedgerCheck;
import thangdiem.proof.SignedNote;
import thangdiem.words.Sentence;
import tools.jackson.databind.JsonNode;

/**
 * The check of the ledger in its database (kiểm tra ngay): all that can be checked of the exported
 * file, and beside that whether the tables around it still say the same and are still protected.
 */
@Component
class LedgerVerification {

  private final JdbcClient sql;
  private final TransactionTemplate snapshot;
  private final LedgerSequencer sequencer;
  private final LedgerReader reader;
  private final LedgerProtection protection;
  private final LedgerParity parity;
  private final RowNames names;
  private final Checkpoints checkpoints;
  private final LedgerSeal seal;

  LedgerVerification(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      LedgerSequencer sequencer,
      LedgerReader reader,
      LedgerProtection protection,
      LedgerParity parity,
      RowNames names,
      Checkpoints checkpoints,
      LedgerSeal seal) {
    this.sql = sql;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
    this.sequencer = sequencer;
    this.reader = reader;
    this.protection = protection;
    this.parity = parity;
    this.names = names;
    this.checkpoints = checkpoints;
    this.seal = seal;
  }

  /** Checks everything, at one moment. */
  LedgerCheck.Verdict verify() {
    return verify(_ -> {});
  }

  /**
   * Checks everything, at one moment.
   *
   * @param progress is told how many events were read so far
   */
  LedgerCheck.Verdict verify(LongConsumer progress) {
    // Read before the snapshot is taken: what is signed meanwhile is not in it.
    var last = checkpoints.lastNote();
    sequencer.sequence();
    return snapshot.execute(_ -> {
      var check = new LedgerCheck(Optional.of(seal.signer().key()));
      lost(check);
      protection.check(check);
      var state = new LedgerState();
      events(check, state, progress);
      checkpoints(check, last);
      last.ifPresent(note -> check.checkpoint(seal.last().toString(), note));
      checkpoints.alarm().ifPresent(why -> check.differ(why.key(), why.arguments().toArray()));
      parity.compare(state, new Told(check, names));
      return check.verdict();
    });
  }

  /** One thread reads and puts together; the others look at what was read, each at some events. */
  private void events(LedgerCheck check, LedgerState state, LongConsumer progress) {
    try (var ahead =
        new Ahead<LedgerReader.Row, Examined>(
            LedgerVerification::examine,
            examined -> {
              examined.besides().forEach(check::differ);
              var event = examined.event();
              check.add(event);
              event.payload().ifPresent(payload -> state.add(event.entry(), payload));
              progress.accept(event.entry().position() + 1);
            })) {
      reader.each(0, true, ahead::add);
      ahead.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A row looked at by itself.
   *
   * @param besides what its other columns say differently
   */
  private record Examined(LedgerCheck.Examined event, List<Sentence> besides) {}

  private static Examined examine(LedgerReader.Row row) {
    var event = LedgerCheck.examine(row.entry());
    long position = row.entry().position();
    var besides = new ArrayList<Sentence>();
    if (!event.leaf().is(row.leafHash())) {
      besides.add(Sentence.of("ledger.leafHash", position));
    }
    event
        .payload()
        .ifPresent(payload ->
            row.columns()
                .forEach((column, value) -> {
                  if (!value.equals(payload.text(column))) {
                    besides.add(
                        Sentence.of(
                            "ledger.column", position, column, value, payload.text(column)));
                  }
                }));
    return new Examined(event, besides);
  }

  private void checkpoints(LedgerCheck check, Optional<String> last) {
    var sizes = new HashSet<Long>();
    var notes = new HashSet<String>();
    for (var made : checkpoints.all()) {
      sameSize(check, made);
      sizes.add(made.size());
      notes.add(made.note());
      check.checkpoint(String.valueOf(made.size()), made.note());
      Checkpoints.previous(made.note())
          .filter(before -> !sizes.contains(before))
          .ifPresent(before -> check.differ("ledger.checkpointGone", before));
    }
    last.filter(note -> !notes.contains(note))
        .ifPresent(_ -> check.differ("ledger.checkpointLost", seal.last()));
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
                  and strpos(event.payload, '"' || said.field || '":"') > 0)
            """)
        .query(String.class)
        .list()
        .forEach(field -> check.differ("ledger.uncommitted", field));
  }

  /** Names the rows that are not what was said of them. */
  private static final class Told implements LedgerParity.Differences {

    private final LedgerCheck check;
    private final RowNames names;
    private final Supplier<Map<String, String>> known;

    Told(LedgerCheck check, RowNames names) {
      this.check = check;
      this.names = names;
      this.known = SingletonSupplier.of(names::now);
    }

    private String key(String row) {
      return RowNames.key(row, known.get());
    }

    private String value(String value) {
      return RowNames.value(value, known.get());
    }

    @Override
    public void unsaid(KeptTable table, String row, JsonNode columns) {
      check.differ("ledger.kept.unsaid", names.table(row), key(row));
    }

    @Override
    public void missing(String row, Said said) {
      check.differ("ledger.kept.missing", names.table(row), key(row), said.position());
    }

    @Override
    public void differs(
        KeptTable table, String row, String column, @Nullable Said said, JsonNode columns) {
      var what = names.column(row, column);
      var found = value(KeptTable.text(columns, column));
      if (said == null) {
        check.differ("ledger.kept.neverSaid", names.table(row), key(row), what, found);
      } else if (table.digested().contains(column)) {
        check.differ("ledger.kept.digest", names.table(row), key(row), what, said.position());
      } else if (said.readable().isEmpty()) {
        check.differ("ledger.kept.erased", names.table(row), key(row), what, said.position());
      } else {
        check.differ(
            "ledger.kept.differs",
            names.table(row),
            key(row),
            what,
            found,
            value(said.readable().get()),
            said.position());
      }
    }
  }
}
