package thangdiem.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.GrowingTree;
import thangdiem.proof.Hash;
import thangdiem.proof.SignedNote;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * Signs what the ledger is, every few minutes and when something weighty happens (điểm chốt).
 * Hashes are made of the stored text, not taken from their column; and what contradicts the
 * checkpoint last signed is not signed.
 */
@Component
public class Checkpoints {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  /** A line of our own below the root, as tlog-checkpoint allows. */
  private static final String PREVIOUS = "previous ";

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final LedgerSequencer sequencer;
  private final LedgerReader reader;
  private final LedgerSeal seal;
  private final Acts acts;
  private final ReentrantLock one = new ReentrantLock();
  private final AtomicBoolean asked = new AtomicBoolean();
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
  @Order(1)
  void begin() {
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
    resume();
    make("start");
  }

  /**
   * Without the file that remembers, the checkpoint last signed is the last one in the database.
   * That the file was gone stays visible to everybody: it is how a restored database is taken up
   * again.
   */
  private void resume() {
    var made = all();
    if (!made.isEmpty() && lastNote().isEmpty()) {
      acts.bySystem(Act.CHECKPOINTS_RESUMED, event -> event.with("size", made.getLast().size()));
      keep(made.getLast().note());
    }
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT5M")
  void regularly() {
    make("regular");
  }

  /** Once a day nothing is taken as known: every event is read again. */
  @Scheduled(initialDelayString = "PT24H", fixedDelayString = "PT24H")
  void fromTheBeginning() {
    one.lock();
    try {
      tree = new GrowingTree();
      make("daily");
    } finally {
      one.unlock();
    }
  }

  /**
   * After something weighty the ledger is signed at once; nobody waits for it. What happens before
   * a signature that was asked for is begun shares it.
   */
  @TransactionalEventListener
  void after(Milestone milestone) {
    if (asked.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("checkpoint")
          .start(() -> {
            one.lock();
            try {
              asked.set(false);
              make(milestone.act().name());
            } finally {
              one.unlock();
            }
          });
    }
  }

  /** Something weighty was done (mốc của đợt). */
  record Milestone(Act act) {}

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
      grow(last);
      if (alarm.isPresent()) {
        return Optional.empty();
      }
      if (tree.size() == 0
          || last.map(Checkpoint::size).filter(size -> size == tree.size()).isPresent()) {
        return lastNote();
      }
      var note = signed(last);
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

  /**
   * The first checkpoint over the event at that place, signed now where there is none: of many who
   * ask at once, one signs for all.
   *
   * @return absent when the ledger must not be signed
   */
  Optional<String> covering(long position, String reason) {
    one.lock();
    try {
      return first(position)
          .or(() -> {
            make(reason);
            return first(position);
          });
    } finally {
      one.unlock();
    }
  }

  private Optional<String> first(long position) {
    return sql.sql(
            "select note from ledger_checkpoint where size > :position order by size limit 1")
        .param("position", position)
        .query(String.class)
        .optional();
  }

  /** Names the checkpoint before it too, so that none can vanish from between. */
  private String signed(Optional<Checkpoint> last) {
    var text = new Checkpoint(seal.origin(), tree.size(), tree.root()).text();
    var before = last.map(checkpoint -> PREVIOUS + checkpoint.size() + "\n").orElse("");
    return seal.signer().sign(text + before).note();
  }

  /** The size of the checkpoint before that one, as the note names it. */
  static Optional<Long> previous(String note) {
    return note.lines()
        .filter(line -> line.startsWith(PREVIOUS))
        .findFirst()
        .map(line -> Long.parseLong(line.substring(PREVIOUS.length())));
  }

  /** Why nothing is signed any more (báo động); absent when all is well. */
  public Optional<Sentence> alarm() {
    return alarm;
  }

  /**
   * Adds the events since the last time, with hashes that the database computes and not this
   * program, and holds them against the checkpoint signed then.
   */
  private void grow(Optional<Checkpoint> last) {
    var growing = tree.copy();
    var seen = new Seen(last);
    transaction.executeWithoutResult(_ ->
        reader.eachLeaf(
            growing.size(),
            (position, written, computed) -> {
              seen.at(growing);
              if (position != growing.size() || !Arrays.equals(written, computed)) {
                refuse(Sentence.of("ledger.alarm.event", growing.size()));
              }
              growing.add(Hash.of(computed));
            }));
    seen.at(growing);
    if (!seen.agreed()) {
      refuse(Sentence.of("ledger.alarm", last.orElseThrow().size(), growing.size()));
    }
    if (alarm.isEmpty()) {
      tree = growing;
    }
  }

  /** Whether the tree had the root last signed when it had that size. */
  private static final class Seen {

    private final Optional<Checkpoint> last;
    private boolean agreed;

    Seen(Optional<Checkpoint> last) {
      this.last = last;
      this.agreed = last.isEmpty();
    }

    void at(GrowingTree tree) {
      last.filter(checkpoint -> checkpoint.size() == tree.size())
          .ifPresent(checkpoint -> agreed = checkpoint.root().equals(tree.root()));
    }

    boolean agreed() {
      return agreed;
    }
  }

  private void refuse(Sentence why) {
    if (alarm.isEmpty()) {
      LOG.error("the ledger is not what was signed: {}", why.in(Words.ENGLISH));
    }
    alarm = Optional.of(why);
  }

  /**
   * The checkpoint last signed, as the file outside the database says; one that we did not sign is
   * no answer but an alarm.
   */
  private Optional<Checkpoint> last() {
    var kept = lastNote();
    var last =
        kept.flatMap(SignedNote::of)
            .filter(note -> note.isSignedBy(seal.signer().key()))
            .flatMap(note -> Checkpoint.of(note.text()));
    if (kept.isPresent() && last.isEmpty()) {
      refuse(Sentence.of("ledger.alarm.file", seal.last()));
    }
    return last;
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
                row.getObject("at", OffsetDateTime.class),
                row.getString("reason"),
                row.getString("note")))
        .list();
  }

  /**
   * A checkpoint as it was made.
   *
   * @param reason "regular" and the like, or the act after which it was made
   */
  public record Made(long size, OffsetDateTime at, String reason, String note) {

    /** The reason in words. */
    public Sentence why() {
      return Sentence.of(
          (Character.isUpperCase(reason.charAt(0)) ? "act." : "ledger.reason.") + reason);
    }
  }
}
