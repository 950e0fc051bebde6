package thangdiem.audit;

import java.security.SecureRandom;
import java.sql.Types;
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
import tools.jackson.databind.json.JsonMapper;

/** Writes events into the ledger's tables, as the last statements of their transaction. */
@Component
class LedgerTable {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 16;
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private final JdbcClient sql;
  private final KeptTables tables;

  LedgerTable(JdbcClient sql, KeptTables tables) {
    this.sql = sql;
    this.tables = tables;
  }

  void write(Event event, Optional<UUID> actor) {
    var id = event.id();
    var at = changes(event);
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
        .param("actor", actor.orElse(null), Types.OTHER)
        .param("round", event.subject().round().orElse(null), Types.OTHER)
        .param("unit", event.subject().unit().orElse(null), Types.OTHER)
        .param("payload", payload)
        .param("leaf", MerkleTree.leaf(payload).bytes())
        .update();
    if (!committed.isEmpty()) {
      keep(id, committed);
    }
  }

  /** Lets the event say the rows that were changed; returns the time of decisions. */
  private OffsetDateTime changes(Event event) {
    var rows = new ChangedRows();
    var json = JsonMapper.shared();
    var at =
        sql.sql(
                """
                select now_effective() as at, kept, before::text, after::text
                  from (values (1)) one left join take_changes() on true
                """)
            .query((row, _) -> {
              var kept = row.getString("kept");
              if (kept != null) {
                var before = row.getString("before");
                var after = row.getString("after");
                rows.add(
                    tables.named(kept),
                    before == null ? null : json.readTree(before),
                    after == null ? null : json.readTree(after));
              }
              return row.getObject("at", OffsetDateTime.class);
            })
            .list()
            .getLast();
    rows.tell(event);
    return at;
  }

  private void keep(UUID event, Map<String, LedgerEntry.Commitment> committed) {
    sql.sql(
            """
            insert into ledger_commitment (event, field, salt, value)
            select :event, field, salt, value
              from unnest(:fields, :salts, :values) said (field, salt, value)
            """)
        .param("event", event)
        .param("fields", committed.keySet().toArray(String[]::new), Types.ARRAY)
        .param(
            "salts",
            committed.values().stream().map(LedgerEntry.Commitment::salt).toArray(byte[][]::new),
            Types.ARRAY)
        .param(
            "values",
            committed.values().stream().map(LedgerEntry.Commitment::value).toArray(String[]::new),
            Types.ARRAY)
        .update();
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
    if (!event.rows().isEmpty()) {
      objects.put("rows", event.rows());
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
