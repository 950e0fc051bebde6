package thangdiem.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thangdiem.words.Sentence;

/**
 * The check of a whole ledger (kiểm tra nhật ký): every event in its place, every value as it was
 * committed to, and every checkpoint – ours and those that others hold – over just these events.
 * Whatever differs is named; where a rewritten event lies between two checkpoints, both are named.
 */
public final class LedgerCheck {

  private static final int MOST_NAMED = 50;

  private final Optional<NoteKey> key;
  private final List<Hash> leaves = new ArrayList<>();
  private final Set<String> events = new HashSet<>();
  private final List<Held> checkpoints = new ArrayList<>();
  private final List<Sentence> differences = new ArrayList<>();
  private long unnamed;
  private long erased;

  /**
   * What was found.
   *
   * @param size how many events the ledger has
   * @param root over them all
   * @param erased how many values were erased, which a ledger allows
   * @param checkpoints how many were checked
   * @param proven the largest size that a checkpoint vouches for; 0 when none does
   * @param differences what is not as it must be; empty when all is
   */
  public record Verdict(
      long size, Hash root, long erased, int checkpoints, long proven, List<Sentence> differences) {

    public boolean holds() {
      return differences.isEmpty();
    }
  }

  private record Held(String where, String note) {}

  private record Read(String where, Checkpoint checkpoint) {}

  /**
   * Begins a check.
   *
   * @param key whose signatures count; absent when none is known
   */
  public LedgerCheck(Optional<NoteKey> key) {
    this.key = key;
  }

  /**
   * An event looked at by itself: all that can be said of it without the others.
   *
   * @param leaf its hash
   * @param payload what it says; absent when it cannot be read, which was then said to be a
   *     difference
   */
  public record Examined(
      LedgerEntry entry, Hash leaf, Optional<LedgerPayload> payload, List<Sentence> differences) {}

  /** Looks at an event by itself, on any thread. */
  public static Examined examine(LedgerEntry entry) {
    var payload = LedgerPayload.of(entry.payload());
    var differences = new ArrayList<Sentence>();
    payload.ifPresentOrElse(
        said -> {
          var committed = said.object("committed");
          entry
              .commitments()
              .forEach((field, commitment) -> {
                if (!commitment.hash().equals(committed.get(field))) {
                  differences.add(Sentence.of("ledger.commitment", entry.position(), field));
                }
              });
        },
        () -> differences.add(Sentence.of("ledger.payload", entry.position())));
    return new Examined(entry, MerkleTree.leaf(entry.payload()), payload, differences);
  }

  /** The next event, already looked at. */
  public void add(Examined examined) {
    var entry = examined.entry();
    if (entry.position() != leaves.size()) {
      differ("ledger.position", leaves.size(), entry.position());
    }
    leaves.add(examined.leaf());
    examined
        .payload()
        .ifPresent(payload -> {
          if (payload.text("event").isEmpty() || !events.add(payload.text("event"))) {
            differ("ledger.twice", entry.position(), payload.text("event"));
          }
          erased += payload.object("committed").size() - entry.commitments().size();
        });
    examined.differences().forEach(this::differ);
  }

  /**
   * A checkpoint to be held against the events.
   *
   * @param where it comes from, for naming it
   */
  public void checkpoint(String where, String note) {
    checkpoints.add(new Held(where, note));
  }

  /** Says something else that is wrong. */
  public void differ(String key, Object... arguments) {
    differ(Sentence.of(key, arguments));
  }

  /** The same, in a sentence already made. */
  public void differ(Sentence difference) {
    if (differences.size() < MOST_NAMED) {
      differences.add(difference);
    } else {
      unnamed++;
    }
  }

  /** The verdict over all that was added. */
  public Verdict verdict() {
    // What the checkpoints show comes first, and is named however much else differs.
    var others = List.copyOf(differences);
    differences.clear();
    var read = new ArrayList<Read>();
    checkpoints.forEach(held -> read(held).ifPresent(read::add));
    read.sort(Comparator.comparingLong(one -> one.checkpoint().size()));
    var tree = new GrowingTree();
    var origins = new HashSet<String>();
    long proven = 0;
    for (var one : read) {
      origins.add(one.checkpoint().origin());
      if (one.checkpoint().size() > leaves.size()) {
        differ("ledger.shorter", one.where(), one.checkpoint().size(), leaves.size());
        continue;
      }
      while (tree.size() < one.checkpoint().size()) {
        tree.add(leaves.get((int) tree.size()));
      }
      if (tree.root().equals(one.checkpoint().root())) {
        proven = tree.size();
      } else {
        differ("ledger.root", one.where(), proven, one.checkpoint().size());
      }
    }
    if (origins.size() > 1) {
      differ("ledger.origins", String.join(", ", origins.stream().sorted().toList()));
    }
    while (tree.size() < leaves.size()) {
      tree.add(leaves.get((int) tree.size()));
    }
    differences.addAll(others);
    if (unnamed > 0) {
      differences.add(Sentence.of("ledger.more", unnamed));
    }
    return new Verdict(
        leaves.size(), tree.root(), erased, checkpoints.size(), proven, List.copyOf(differences));
  }

  private Optional<Read> read(Held held) {
    var note = SignedNote.of(held.note());
    var checkpoint = note.flatMap(signed -> Checkpoint.of(signed.text()));
    if (checkpoint.isEmpty()) {
      differ("ledger.noCheckpoint", held.where());
      return Optional.empty();
    }
    if (key.isEmpty() || !note.orElseThrow().isSignedBy(key.get())) {
      differ("ledger.signature", held.where());
    }
    return Optional.of(new Read(held.where(), checkpoint.get()));
  }
}
