package thangdiem.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.postgresql.PGConnection;
import thangdiem.proof.LedgerEntry;
import thangdiem.proof.LedgerPayload;
import thangdiem.proof.MerkleTree;

/**
 * Fills a ledger with events as the application writes them, many at once: each says a day that is
 * off, every fourth with a value that can be erased. The days stand in their table as the last
 * events say, so that a check of everything holds.
 */
final class LedgerEvents {

  private static final int DAYS = 2_400;
  private static final LocalDate FIRST_DAY = LocalDate.of(2300, 1, 1);
  private static final String AT = "2017-12-12T02:15:57.159374Z";
  private static final int NONCE_BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();

  private final Random random = new Random(1663);
  private final StringBuilder events = new StringBuilder();
  private final StringBuilder places = new StringBuilder();
  private final StringBuilder commitments = new StringBuilder();

  private LedgerEvents() {}

  /** Adds that many events; the sequencer places them. */
  static void add(Connection connection, int many) throws Exception {
    connection.setAutoCommit(false);
    String account;
    try (var row = connection.createStatement().executeQuery("select id from account limit 1")) {
      row.next();
      account = row.getString(1);
    }
    var made = new LedgerEvents();
    var days = new StringBuilder();
    for (int i = 0; i < many; i++) {
      made.event(account, i);
      if (i >= many - DAYS) {
        days.append(day(i)).append('\t').append(name(i)).append("\tf\n");
      }
    }
    var copy = connection.unwrap(PGConnection.class).getCopyAPI();
    copy.copyIn(
        "copy ledger_event (event, at, kind, actor, payload, leaf_hash) from stdin",
        bytes(made.events));
    copy.copyIn("copy ledger_queue (event) from stdin", bytes(made.places));
    copy.copyIn(
        "copy ledger_commitment (event, field, salt, value) from stdin", bytes(made.commitments));
    copy.copyIn("copy calendar_day (day, name, working) from stdin", bytes(days));
    connection.createStatement().execute("select count(*) from take_changes()"); // said above
    connection.commit();
  }

  private static LocalDate day(int i) {
    return FIRST_DAY.plusDays(i % DAYS);
  }

  private static String name(int i) {
    return "Nghỉ bù ngày làm việc thứ " + i;
  }

  private void event(String account, int i) {
    var id = UUID.nameUUIDFromBytes(("event " + i).getBytes(StandardCharsets.UTF_8)).toString();
    var row = "calendar_day/" + day(i);
    var texts =
        Map.of(
            "actor",
            account,
            "at",
            AT,
            "event",
            id,
            "kind",
            "HOLIDAYS_SET",
            "nonce",
            HEX.formatHex(random()));
    var objects = new TreeMap<String, Map<String, String>>();
    objects.put("data", Map.of(day(i).toString(), name(i)));
    objects.put(
        "rows",
        i < DAYS
            ? Map.of(row, "added", row + "#name", name(i), row + "#working", "false")
            : Map.of(row + "#name", name(i)));
    if (i % 4 == 0) {
      var reason = new LedgerEntry.Commitment(random(), "Theo đề nghị của đơn vị, lần " + i);
      objects.put("committed", Map.of("reason", reason.hash()));
      line(commitments, id, "reason", "\\\\x" + HEX.formatHex(reason.salt()), reason.value());
    }
    var payload = new LedgerPayload(texts, objects).json();
    var leaf = MerkleTree.leaf(payload).hex();
    line(events, id, AT, "HOLIDAYS_SET", account, payload, "\\\\x" + leaf);
    line(places, id);
  }

  private static void line(StringBuilder lines, String... fields) {
    lines.append(String.join("\t", fields)).append('\n');
  }

  private byte[] random() {
    var bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static ByteArrayInputStream bytes(StringBuilder text) {
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
