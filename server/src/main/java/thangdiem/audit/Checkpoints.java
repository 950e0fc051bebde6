package thangdiem.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.GrowingTree;
import thangdiem.proof.MerkleTree;
import thangdiem.proof.SignedNote;
import thangdiem.words.Sentence;

/**
 * Signs what the ledger is, every few minutes and when something weighty happens (điểm chốt).
 * Hashes are made of the stored text, not taken from their column; and what contradicts the
 * checkpoint last signed is not signed.
 */
@Component
public class Checkpoints {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final LedgerSequencer sequencer;
  private final LedgerReader reader;
  private final LedgerSeal seal;
  private final Acts acts;
  private final ReentrantLock one = new ReentrantLock();
  private GrowingTree tree = new GrowingTree();
  private volatile Optional<Sentence> alarm = Optional.empty();

  Checkpoints(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      LedgerSequencer sequencer,
      LedgerReader reader,
      LedgerSeal seal,
      Acts acts) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
    this.sequencer = sequencer;
    this.reader = reader;
    this.seal = seal;
    this.acts = acts;
  }

  /** The ledger names its key before anything is signed with it. */
  @EventListener(ApplicationReadyEvent.class)
  void sayTheKey() {
    var key = seal.signer().key().written();
    var said =
        sql.sql(
                """
                select exists (
                  select from ledger_event
                   where kind = :kind and payload::jsonb -> 'data' ->> 'key' = :key)
                """)
            .param("kind", Act.CHECKPOINT_KEY_MADE.name())
            .param("key", key)
            .query(Boolean.class)
            .single();
    if (!said) {
      acts.bySystem(Act.CHECKPOINT_KEY_MADE, event -> event.with("key", key));
    }
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT5M")
  void regularly() {
    make("regular");
  }

  /**
   * Signs the ledger as it is now; nothing is added when it has not grown.
   *
   * @return the last checkpoint there is; absent when the ledger is empty or must not be signed
   */
  public Optional<String> make(String reason) {
    one.lock();
    try {
      sequencer.sequence();
      var last = last();
      if (!grow(last) || alarm.isPresent()) {
        return Optional.empty();
      }
      if (tree.size() == 0
          || last.map(Checkpoint::size).filter(size -> size == tree.size()).isPresent()) {
        return note(tree.size());
      }
      var note =
          seal.signer().sign(new Checkpoint(seal.origin(), tree.size(), tree.root()).text()).note();
      sql.sql(
              """
              insert into ledger_checkpoint (size, at, reason, note)
              values (:size, now_effective(), :reason, :note)
              on conflict (size) do nothing
              """)
          .param("size", tree.size())
          .param("reason", reason)
          .param("note", note)
          .update();
      keep(note);
      return Optional.of(note);
    } finally {
      one.unlock();
    }
  }

  /** Why nothing is signed any more; absent when all is well. */
  Optional<Sentence> alarm() {
    return alarm;
  }

  private Optional<String> note(long size) {
    return sql.sql("select note from ledger_checkpoint where size = :size")
        .param("size", size)
        .query(String.class)
        .optional();
  }

  /** Adds the events since the last time, holding them against the checkpoint signed then. */
  private boolean grow(Optional<Checkpoint> last) {
    var grown =
        transaction.execute(_ -> {
          try {
            var growing = tree.copy();
            var known = new boolean[] {last.isEmpty()};
            reader.each(
                growing.size(),
                false,
                row -> {
                  agrees(growing, last, known);
                  growing.add(MerkleTree.leaf(row.entry().payload()));
                });
            agrees(growing, last, known);
            if (!known[0]) {
              refuse(Sentence.of("ledger.alarm", last.orElseThrow().size(), growing.size()));
            }
            return growing;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    if (alarm.isEmpty()) {
      tree = grown;
    }
    return alarm.isEmpty();
  }

  private static void agrees(GrowingTree tree, Optional<Checkpoint> last, boolean[] known) {
    last.filter(checkpoint -> checkpoint.size() == tree.size())
        .ifPresent(checkpoint -> known[0] = checkpoint.root().equals(tree.root()));
  }

  private void refuse(Sentence why) {
    if (alarm.isEmpty()) {
      LOG.error("the ledger contradicts the checkpoint last signed; nothing more is signed");
    }
    alarm = Optional.of(why);
  }

  /** The checkpoint last signed, as the file outside the database says. */
  private Optional<Checkpoint> last() {
    return lastNote()
        .flatMap(SignedNote::of)
        .filter(note -> note.isSignedBy(seal.signer().key()))
        .flatMap(note -> Checkpoint.of(note.text()));
  }

  /** The note of the checkpoint last signed, out of the file. */
  Optional<String> lastNote() {
    try {
      return Files.exists(seal.last())
          ? Optional.of(Files.readString(seal.last()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(String note) {
    var fresh = seal.last().resolveSibling(seal.last().getFileName() + ".new");
    try (var out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)));
      out.force(true);
      Files.move(fresh, seal.last(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All checkpoints, oldest first. */
  List<Made> all() {
    return sql.sql("select size, at, reason, note from ledger_checkpoint order by size")
        .query((row, _) ->
            new Made(
                row.getLong("size"),
                row.getObject("at", java.time.OffsetDateTime.class),
                row.getString("reason"),
                row.getString("note")))
        .list();
  }

  /**
   * A checkpoint as it was made.
   *
   * @param reason "regular", or what happened
   */
  public record Made(long size, java.time.OffsetDateTime at, String reason, String note) {}
}
