package thangdiem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;

/**
 * The documents by which units prove what they report (minh chứng). They come and go freely until
 * the unit sends its report, and are frozen then; the database sees to that too.
 */
@Component
public class Evidence {

  /** The largest file, in bytes. */
  public static final int LARGEST_FILE = 25 << 20;

  /** What the documents of a unit may have in a round, all together. */
  public static final long QUOTA = 500L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

  private final EvidenceTable table;
  private final ChunkTable chunks;
  private final Acts acts;

  Evidence(EvidenceTable table, ChunkTable chunks, Acts acts) {
    this.table = table;
    this.chunks = chunks;
    this.acts = acts;
  }

  /** The documents of a unit in a round, the latest first; versions before the last ones too. */
  public List<EvidenceItem> of(UUID round, UUID unit) {
    return table.of(round, unit);
  }

  /** The same of every unit of a round that has attached any. */
  public Map<UUID, List<EvidenceItem>> of(UUID round) {
    return table.of(round);
  }

  /** How many present documents prove each fact and criterion. */
  public Map<Citation.About, Integer> counts(UUID round, UUID unit) {
    var counts = new LinkedHashMap<Citation.About, Integer>();
    of(round, unit).stream()
        .filter(EvidenceItem::current)
        .flatMap(item -> item.citations().stream())
        .forEach(citation -> counts.merge(citation.about(), 1, Integer::sum));
    return counts;
  }

  /**
   * A document that has not been withdrawn.
   *
   * @throws NotFound when there is none
   */
  public EvidenceItem item(UUID id) {
    return table
        .item(id)
        .filter(item -> !item.withdrawn())
        .orElseThrow(() -> new NotFound("evidence " + id));
  }

  /**
   * Where else the same document seems to be evidence: of another unit, or in another round; by its
   * bytes, by what it says, or by its number, date and issuer.
   */
  public List<Elsewhere> elsewhere(UUID round, UUID unit, Collection<String> hashes) {
    return table.elsewhere(round, unit, hashes);
  }

  /**
   * Keeps a file that was found fit.
   *
   * @param replaces the document of which it is a newer version
   * @param proves what it is attached for
   * @throws Refusal when the unit has it already, or has no room for it
   */
  public UUID add(
      Actor actor,
      UUID round,
      UUID unit,
      ArrivedFile file,
      Optional<UUID> replaces,
      Optional<Citation> proves) {
    if (!(file.verdict() instanceof Verdict.Taken taken)) {
      throw new IllegalArgumentException("refused: " + file.name());
    }
    var id = UUID.randomUUID();
    try {
      return acts.perform(
          actor,
          Act.EVIDENCE_ADDED,
          Subject.round(round).of(unit),
          event -> {
            table.lock(round, unit);
            requireRoom(round, unit, file);
            event.with("evidence", id).with("sha256", file.sha256()).with("kind", taken.kind());
            event.personally("file", file.name());
            chunks.lock(file.sha256());
            chunks.store(file.sha256(), file.path());
            table.add(id, round, unit, file, taken, replaces, actor.account());
            replaces.ifPresent(older -> table.takeOver(older, id));
            proves.ifPresent(citation -> table.cite(id, citation));
            return id;
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("evidence.replaced");
    }
  }

  private void requireRoom(UUID round, UUID unit, ArrivedFile file) {
    if (table.withBytes(round, unit, file.sha256()).isPresent()) {
      throw new Refusal("evidence.known", file.name());
    }
    if (table.bytes(round, unit) + file.size() > QUOTA) {
      throw new Refusal("evidence.full", QUOTA >> 20);
    }
  }

  /** Says what a document says of itself. */
  public void describe(Actor actor, EvidenceItem item, int version, Description description) {
    acts.run(
        actor,
        Act.EVIDENCE_DESCRIBED,
        subject(item),
        event -> {
          event.with("evidence", item.id());
          if (!table.describe(item.id(), version, description)) {
            throw new Refusal("evidence.changedMeanwhile");
          }
        });
  }

  /**
   * Keeps a document from the public (không công bố), or no longer: of what is kept from it only
   * the hash is published, never its title or number. Verifiers see it as before.
   *
   * @param because absent: it may be told
   */
  public void keepFromPublic(
      Actor actor, EvidenceItem item, int version, Optional<String> because) {
    acts.run(
        actor,
        Act.EVIDENCE_KEPT_FROM_PUBLIC,
        subject(item),
        event -> {
          event.with("evidence", item.id()).with("kept", because.isPresent());
          because.ifPresent(reason -> event.personally("because", reason));
          if (!table.keepFromPublic(item.id(), version, because)) {
            throw new Refusal("evidence.changedMeanwhile");
          }
        });
  }

  /** Says that a document proves something, or on which other pages. */
  public void cite(Actor actor, EvidenceItem item, Citation citation) {
    acts.run(
        actor,
        Act.EVIDENCE_CITED,
        subject(item),
        event -> {
          event.with("evidence", item.id()).with("proves", citation.about().typed());
          event.with("pages", citation.pages());
          table.cite(item.id(), citation);
        });
  }

  /** Says that it does not prove it after all. */
  public void uncite(Actor actor, EvidenceItem item, Citation.About about) {
    acts.run(
        actor,
        Act.EVIDENCE_UNCITED,
        subject(item),
        event -> {
          event.with("evidence", item.id()).with("proved", about.typed());
          if (!table.uncite(item.id(), about)) {
            throw new Refusal("evidence.changedMeanwhile");
          }
        });
  }

  /** Takes a document back; bytes that no other document has are gone then, their hash is not. */
  public void withdraw(Actor actor, EvidenceItem item) {
    acts.run(
        actor,
        Act.EVIDENCE_WITHDRAWN,
        subject(item),
        event -> {
          event.with("evidence", item.id()).with("sha256", item.sha256());
          chunks.lock(item.sha256());
          if (!table.withdraw(item.id(), actor.account())) {
            throw new Refusal("evidence.changedMeanwhile");
          }
          chunks.removeUnused(item.sha256());
        });
  }

  private static Subject subject(EvidenceItem item) {
    return Subject.round(item.round()).of(item.unit());
  }

  /**
   * Checks the bytes against the hash by which they were added, before any of them is given.
   *
   * @throws Refusal when they are not what was added; the log says so loudly
   */
  public InputStream open(EvidenceItem item) {
    try (var bytes = new DigestInputStream(chunks.open(item.sha256()), Arrivals.sha256())) {
      bytes.transferTo(OutputStream.nullOutputStream());
      var found = HexFormat.of().formatHex(bytes.getMessageDigest().digest());
      if (!found.equals(item.sha256())) {
        LOG.error(
            "ALARM: the stored bytes of evidence {} are not those that were added: SHA-256 {}, not {}",
            item.id(),
            found,
            item.sha256());
        throw new Refusal("evidence.damaged");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return chunks.open(item.sha256());
  }
}
