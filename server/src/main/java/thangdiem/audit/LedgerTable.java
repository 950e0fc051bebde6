package thangdiem.audit;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.proof.LedgerEntry;
import thangdiem.proof.LedgerPayload;
import thangdiem.proof.MerkleTree;

/** Writes events into the ledger's tables, as the last statements of their transaction. */
@Component
class LedgerTable {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 16;
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private final JdbcClient sql;

  LedgerTable(JdbcClient sql) {
    this.sql = sql;
  }

  void write(Event event, Optional<UUID> actor) {
    var id = UUID.randomUUID();
    var at = sql.sql("select now_effective()").query(OffsetDateTime.class).single();
    var committed = new TreeMap<String, LedgerEntry.Commitment>();
    event
        .committed()
        .forEach(
            (field, value) -> committed.put(field, new LedgerEntry.Commitment(random(), value)));
    var payload = payload(event, actor, id, at, committed).json();
    sql.sql(
            """
            with written as (
              insert into ledger_event (event, at, kind, actor, round, unit, payload, leaf_hash)
              values (:event, :at, :kind, :actor, :round, :unit, :payload, :leaf)
              returning event)
            insert into ledger_queue (event) select event from written
            """)
        .param("event", id)
        .param("at", at)
        .param("kind", event.act().name())
        .param("actor", actor.orElse(null), java.sql.Types.OTHER)
        .param("round", event.subject().round().orElse(null), java.sql.Types.OTHER)
        .param("unit", event.subject().unit().orElse(null), java.sql.Types.OTHER)
        .param("payload", payload)
        .param("leaf", MerkleTree.leaf(payload).bytes())
        .update();
    committed.forEach((field, commitment) ->
        sql.sql(
                """
                insert into ledger_commitment (event, field, salt, value)
                values (:event, :field, :salt, :value)
                """)
            .param("event", id)
            .param("field", field)
            .param("salt", commitment.salt())
            .param("value", commitment.value())
            .update());
  }

  private static LedgerPayload payload(
      Event event,
      Optional<UUID> actor,
      UUID id,
      OffsetDateTime at,
      Map<String, LedgerEntry.Commitment> committed) {
    var texts = new TreeMap<String, String>();
    actor.ifPresent(account -> texts.put("actor", account.toString()));
    texts.put("at", instant(at));
    texts.put("event", id.toString());
    texts.put("kind", event.act().name());
    texts.put("nonce", HexFormat.of().formatHex(random()));
    event.subject().round().ifPresent(round -> texts.put("round", round.toString()));
    event.subject().unit().ifPresent(unit -> texts.put("unit", unit.toString()));
    var objects = new TreeMap<String, Map<String, String>>();
    if (!committed.isEmpty()) {
      var hashes = new TreeMap<String, String>();
      committed.forEach((field, commitment) -> hashes.put(field, commitment.hash()));
      objects.put("committed", hashes);
    }
    if (!event.facts().isEmpty()) {
      objects.put("data", event.facts());
    }
    return new LedgerPayload(texts, objects);
  }

  /** An instant as the payload writes it: UTC, to the microsecond, as the database keeps it. */
  static String instant(OffsetDateTime at) {
    return INSTANT.format(at.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private static byte[] random() {
    var bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
