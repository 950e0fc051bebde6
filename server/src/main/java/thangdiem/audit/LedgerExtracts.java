package thangdiem.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import thangdiem.proof.Checkpoint;
import thangdiem.proof.LedgerEntry;
import thangdiem.proof.LedgerFile;
import thangdiem.proof.SignedNote;

/**
 * What everybody may have of the ledger (trích nhật ký): the hash of every event, which tells
 * nothing of it since each carries a nonce (F13), a signed checkpoint over just these, and the
 * texts of the few events that a result stands on.
 */
@Component
public class LedgerExtracts {

  private final JdbcClient sql;
  private final TransactionTemplate snapshot;
  private final LedgerReader reader;
  private final Checkpoints checkpoints;

  LedgerExtracts(
      JdbcClient sql,
      PlatformTransactionManager transactions,
      LedgerReader reader,
      Checkpoints checkpoints) {
    this.sql = sql;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setReadOnly(true);
    this.reader = reader;
    this.checkpoints = checkpoints;
  }

  /**
   * A part of the ledger as files.
   *
   * @param leaves a hash a line, in hexadecimal, in their order
   * @param events those that are disclosed, a line each, as {@link LedgerFile} writes them
   */
  public record Extract(String checkpoint, byte[] leaves, byte[] events) {}

  /**
   * The ledger as it is signed now, with a round's events of those acts.
   *
   * @throws Refusal while the ledger must not be signed
   */
  public Extract of(UUID round, Set<Act> acts) {
    var note = checkpoints.make("publication").orElseThrow(() -> new Refusal("receipt.notSigned"));
    long size =
        SignedNote.of(note)
            .flatMap(signed -> Checkpoint.of(signed.text()))
            .map(Checkpoint::size)
            .orElseThrow(() -> new Refusal("receipt.notSigned"));
    var leaves = new StringBuilder();
    snapshot.executeWithoutResult(_ ->
        reader.eachLeaf(
            0,
            (position, _, computed) -> {
              if (position < size) {
                leaves.append(HexFormat.of().formatHex(computed)).append('\n');
              }
            }));
    return new Extract(note, bytes(leaves.toString()), bytes(events(round, acts, size)));
  }

  private String events(UUID round, Set<Act> acts, long size) {
    var lines = new StringWriter();
    sql.sql(
            """
            select leaf.position, event.payload
              from ledger_event event join ledger_leaf leaf on leaf.event = event.event
             where event.round = :round and event.kind = any (:acts) and leaf.position < :size
             order by leaf.position
            """)
        .param("round", round)
        .param("acts", acts.stream().map(Act::name).toArray(String[]::new))
        .param("size", size)
        .query((row, _) ->
            new LedgerEntry(row.getLong("position"), row.getString("payload"), Map.of()))
        .list()
        .forEach(entry -> write(lines, entry));
    return lines.toString();
  }

  private static void write(StringWriter lines, LedgerEntry entry) {
    try {
      LedgerFile.event(lines, entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
