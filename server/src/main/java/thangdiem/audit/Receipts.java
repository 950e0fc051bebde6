package thangdiem.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.Hash;
import thangdiem.proof.LedgerPayload;
import thangdiem.proof.LeveledTree;
import thangdiem.proof.NoteKey;
import thangdiem.proof.Receipt;
import thangdiem.proof.SignedNote;

/**
 * Gives receipts of events (biên nhận). An event has one receipt: against the first checkpoint that
 * covers it, which is signed now where there is none yet, for all who wait for it.
 */
@Component
public class Receipts {

  private static final String REASON = "receipt";

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final LedgerSequencer sequencer;
  private final LedgerReader reader;
  private final Checkpoints checkpoints;
  private final LedgerSeal seal;
  private final ReentrantLock one = new ReentrantLock();
  private final LeveledTree tree = new LeveledTree();

  Receipts(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      LedgerSequencer sequencer,
      LedgerReader reader,
      Checkpoints checkpoints,
      LedgerSeal seal) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
    this.sequencer = sequencer;
    this.reader = reader;
    this.checkpoints = checkpoints;
    this.seal = seal;
  }

  private record Placed(String payload, Optional<Long> position, Optional<String> note) {}

  /** Whose signature the receipts carry. */
  public NoteKey key() {
    return seal.signer().key();
  }

  /**
   * The receipt of an event that has been committed.
   *
   * @throws NotFound when there is no such event
   * @throws Refusal while the ledger is not signed; the event stands nevertheless
   */
  public Receipt of(UUID event) {
    var placed = placed(event).orElseThrow(() -> new NotFound("event " + event));
    if (placed.position().isEmpty()) {
      sequencer.sequence();
      placed = placed(event).orElseThrow();
    }
    long position = placed.position().orElseThrow();
    var note =
        placed
            .note()
            .or(() -> checkpoints.covering(position, REASON))
            .orElseThrow(Receipts::notSigned);
    return receipt(placed.payload(), position, note);
  }

  /** What the QR of that event's receipt carries. */
  public String code(UUID event) {
    return placed(event)
        .map(found -> ReceiptCode.of(content(found.payload())).written())
        .orElseThrow(() -> new NotFound("event " + event));
  }

  /** The receipt of a code; absent when no event has it, whatever is wrong with it. */
  public Optional<Receipt> find(String code) {
    return ReceiptCode.of(code)
        .filter(known -> placed(known.event()).filter(found -> isOf(found, known)).isPresent())
        .map(known -> of(known.event()));
  }

  /** Takes as long whatever is wrong. */
  private static boolean isOf(Placed found, ReceiptCode code) {
    return MessageDigest.isEqual(
        content(found.payload()).text("nonce").getBytes(StandardCharsets.UTF_8),
        code.nonce().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the ledger holds, now and at that place, exactly what the receipt says it holds. */
  public boolean holds(Receipt receipt) {
    return sql.sql(
            """
            select exists (
              select from ledger_leaf leaf
                join ledger_event event on event.event = leaf.event
               where leaf.position = :position and event.payload = :payload)
            """)
        .param("position", receipt.position())
        .param("payload", receipt.payload())
        .query(Boolean.class)
        .single();
  }

  private static LedgerPayload content(String payload) {
    return LedgerPayload.of(payload).orElseThrow();
  }

  private Optional<Placed> placed(UUID event) {
    return sql.sql(
            """
            select event.payload, leaf.position,
                   (select note from ledger_checkpoint
                     where size > leaf.position order by size limit 1) as note
              from ledger_event event
              left join ledger_leaf leaf on leaf.event = event.event
             where event.event = :event
            """)
        .param("event", event)
        .query((row, _) ->
            new Placed(
                row.getString("payload"),
                Optional.ofNullable(row.getObject("position", Long.class)),
                Optional.ofNullable(row.getString("note"))))
        .optional();
  }

  /** A receipt that the ledger's own hashes do not bear out is not given. */
  private Receipt receipt(String payload, long position, String note) {
    var checkpoint =
        SignedNote.of(note)
            .flatMap(signed -> Checkpoint.of(signed.text()))
            .orElseThrow(Receipts::notSigned);
    int size = Math.toIntExact(checkpoint.size());
    one.lock();
    try {
      grow(size);
      if (tree.size() < size || !tree.root(size).equals(checkpoint.root())) {
        throw notSigned();
      }
      return Receipt.of(
          payload, position, tree.inclusion(Math.toIntExact(position), size), note, key());
    } finally {
      one.unlock();
    }
  }

  private void grow(int size) {
    if (tree.size() < size) {
      transaction.executeWithoutResult(
          _ -> reader.eachLeaf(tree.size(), (_, _, computed) -> tree.add(Hash.of(computed))));
    }
  }

  private static Refusal notSigned() {
    return new Refusal("receipt.notSigned");
  }
}
