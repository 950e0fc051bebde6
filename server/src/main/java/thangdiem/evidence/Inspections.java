package thangdiem.evidence;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;

/**
 * Pages and signatures of evidence (xem trước minh chứng), found by a process of its own, one
 * document after the other while nobody waits, and remembered by the hash of the bytes.
 */
@Component
public class Inspections {

  private static final Logger LOG = LoggerFactory.getLogger(Inspections.class);

  /** Some seconds each. */
  private static final int MOST_A_NIGHT = 2_000;

  private final InspectionTable table;
  private final InspectorProgram program;
  private final Evidence evidence;
  private final Optional<String> trust;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final ExecutorService later =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("evidence-inspection").factory());

  Inspections(
      InspectionTable table,
      InspectorProgram program,
      Evidence evidence,
      EvidenceSettings settings) {
    this.table = table;
    this.program = program;
    this.evidence = evidence;
    this.trust = Optional.ofNullable(settings.trust()).filter(path -> !path.isBlank());
  }

  /** What was found; absent while nobody has looked, which is then done soon. */
  public Optional<Inspection> of(EvidenceItem item) {
    var known = table.of(item.sha256());
    if (known.isEmpty()) {
      soon(item);
    }
    return known;
  }

  /** Has a document looked into as soon as there is time. */
  public void soon(EvidenceItem item) {
    if (item.kind().hasPages() && asked.add(item.sha256())) {
      later.execute(() -> {
        try {
          look(item);
        } catch (RuntimeException e) {
          LOG.warn("evidence {} was not looked into: {}", item.id(), e.toString());
        } finally {
          asked.remove(item.sha256());
        }
      });
    }
  }

  private void look(EvidenceItem item) {
    if (item.kind().isPicture()) {
      table.put(item.sha256(), draw(item, 1).isPresent() ? 1 : 0, "");
      return;
    }
    var arguments =
        trust.map(file -> new String[] {"look", file}).orElseGet(() -> new String[] {"look"});
    var said =
        program
            .run(evidence.open(item), arguments)
            .map(answer -> new String(answer, StandardCharsets.UTF_8))
            .orElse("");
    int pages =
        said.lines()
            .filter(line -> line.matches("pages\t\\d{1,6}"))
            .mapToInt(line -> Integer.parseInt(line.substring(6)))
            .findFirst()
            .orElse(0);
    boolean shown = pages > 0 && draw(item, 1).isPresent();
    table.put(item.sha256(), shown ? pages : 0, said);
    readText(item);
  }

  /** What it says, by which it is known again in another file. */
  private void readText(EvidenceItem item) {
    program
        .run(evidence.open(item), "text")
        .map(answer -> new String(answer, StandardCharsets.UTF_8).strip())
        .filter(hash -> hash.matches("([0-9a-f]{64})?"))
        .ifPresent(hash -> table.putText(item.sha256(), hash));
  }

  /** What was attached before texts were read, or could not be read then, has its turn at night. */
  @Scheduled(cron = "0 20 2 * * *", zone = "Asia/Ho_Chi_Minh")
  void readTexts() {
    table.forgetTexts();
    table.unread(MOST_A_NIGHT).forEach(id -> later.execute(() -> readText(evidence.item(id))));
  }

  private Optional<byte[]> draw(EvidenceItem item, int page) {
    var drawn =
        item.kind().isPicture()
            ? program.run(evidence.open(item), "picture")
            : program.run(evidence.open(item), "page", String.valueOf(page));
    drawn.ifPresent(png -> table.putPage(item.sha256(), page, png));
    return drawn;
  }

  /**
   * A page as a PNG.
   *
   * @throws NotFound when the document has no such page
   * @throws Refusal when it cannot be shown
   */
  public byte[] page(EvidenceItem item, int page) {
    if (!item.kind().hasPages() || page < 1) {
      throw new NotFound("page " + page + " of evidence " + item.id());
    }
    var known = table.page(item.sha256(), page);
    if (known.isPresent()) {
      return known.get();
    }
    if (table.of(item.sha256()).filter(found -> page > found.pages()).isPresent()) {
      throw new NotFound("page " + page + " of evidence " + item.id());
    }
    return draw(item, page).orElseThrow(() -> new Refusal("evidence.noPreview"));
  }

  @PreDestroy
  void end() {
    later.shutdownNow();
  }
}
