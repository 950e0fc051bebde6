package thangdiem.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;
import thangdiem.mail.Letter;
import thangdiem.mail.Mail;
import thangdiem.words.Words;

/**
 * Reads stored documents again at night and compares them with their hash (tuần tra minh chứng), so
 * that damage is known before somebody needs the document. A night reads a bounded share; within
 * {@link #NIGHTS} nights everything has been read. Damage is an event in the ledger, a notice on
 * the page of administrators and auditors, and a letter to them.
 */
@Component
class EvidenceWatch {

  /** Ends the act: there is nothing to be told. */
  private static final class NoDamage extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoDamage() {
      super(null, null, false, false);
    }
  }

  static final int NIGHTS = 28;

  /** A minute or two of reading: what is no more than this is read every night. */
  private static final long LEAST = 4L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceWatch.class);
  private static final Words WORDS = Words.VIETNAMESE;

  private final WatchTable table;
  private final ChunkTable chunks;
  private final Acts acts;
  private final Mail mail;

  EvidenceWatch(WatchTable table, ChunkTable chunks, Acts acts, Mail mail) {
    this.table = table;
    this.chunks = chunks;
    this.acts = acts;
    this.mail = mail;
  }

  EvidenceWatchPage page() {
    return new EvidenceWatchPage(table.progress(), table.broken());
  }

  @Scheduled(cron = "0 40 1 * * *", zone = "Asia/Ho_Chi_Minh")
  void nightly() {
    var newlyBroken = new ArrayList<String>();
    var due = table.due(NIGHTS, LEAST);
    for (var one : due) {
      if (isNewlyBroken(one.sha256())) {
        newlyBroken.add(one.sha256());
      }
    }
    if (!due.isEmpty()) {
      acts.bySystem(
          Act.EVIDENCE_CHECKED,
          event -> {
            table.forgetUnused();
            return event
                .with("documents", due.size())
                .with("bytes", due.stream().mapToLong(WatchTable.Due::size).sum())
                .with("broken", newlyBroken.size());
          });
    }
    if (!newlyBroken.isEmpty()) {
      tell(newlyBroken);
    }
  }

  /**
   * Reads it; what seems damaged is read once more while nobody may withdraw it, for a document
   * that goes meanwhile is no damage.
   */
  private boolean isNewlyBroken(String sha256) {
    boolean whole = isWhole(sha256);
    if (whole || table.isBroken(sha256)) {
      table.found(sha256, whole);
      return false;
    }
    try {
      return acts.bySystem(
          Act.EVIDENCE_BROKEN,
          event -> {
            chunks.lock(sha256);
            if (!table.stands(sha256) || isWhole(sha256)) {
              throw new NoDamage();
            }
            table.found(sha256, false);
            event.with("sha256", sha256);
            return true;
          });
    } catch (NoDamage e) {
      return false;
    }
  }

  private boolean isWhole(String sha256) {
    try (var bytes = new DigestInputStream(chunks.open(sha256), Arrivals.sha256())) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(bytes.getMessageDigest().digest()).equals(sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(List<String> hashes) {
    LOG.error("ALARM: stored evidence is not what was added: {}", hashes);
    var lines = new StringBuilder(WORDS.say("watch.letter")).append("\n");
    for (var one : table.broken()) {
      if (hashes.contains(one.sha256())) {
        lines
            .append("\n")
            .append(WORDS.say("watch.letter.one", one.fileName(), one.unit(), one.round()));
      }
    }
    var subject = WORDS.say("watch.letter.subject", hashes.size());
    mail.send(
        table.addresses().stream()
            .map(address -> new Letter(address, subject, lines.toString()))
            .toList());
  }
}
