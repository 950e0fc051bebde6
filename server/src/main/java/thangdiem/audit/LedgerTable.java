package thangdiem.audit;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

  /**
   * The event of an act that has a transaction of its own: every row changed in it is its doing.
   */
  void write(Event event) {
    var changed = changed();
    changed.rows().tell(event);
    write(List.of(event), changed.at());
  }

  /** The events of acts that share a transaction; each says which rows it has changed. */
  void write(List<Event> events) {
    var changed = changed();
    var whose = new HashMap<String, Event>();
    events.forEach(event -> event.changing().forEach(row -> whose.put(row, event)));
    changed
        .rows()
        .tell(row ->
            Optional.ofNullable(whose.get(row))
                .orElseThrow(
                    () -> new IllegalStateException("no act says that it changed " + row)));
    if (!events.isEmpty()) {
      write(events, changed.at());
    }
  }

  /**
   * What this transaction has changed.
   *
   * @param at the time of decisions
   */
  private record Changed(ChangedRows rows, OffsetDateTime at) {}

  private Changed changed() {
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
                rows.addNote(
                    tables.named(kept),
                    before == null ? null : json.readTree(before),
                    after == null ? null : json.readTree(after));
              }
              return row.getObject("at", OffsetDateTime.class);
            })
            .list()
            .getLast();
    return new Changed(rows, at);
  }

  /** An event as its row and those of its commitments say it. */
  private record Written(
      Event event, String payload, Map<String, LedgerEntry.Commitment> committed) {}

  private void write(List<Event> events, OffsetDateTime at) {
    var written = events.stream().map(event -> written(event, at)).toList();
    sql.sql(
            """
            with written as (
              insert into ledger_event (event, at, kind, actor, round, unit, payload, leaf_hash)
              select event, :at, kind, actor, round, unit, payload, leaf
                from unnest(
                       cast(:events as uuid[]), :kinds, cast(:actors as uuid[]),
                       cast(:rounds as uuid[]), cast(:units as uuid[]), :payloads, :leaves)
                       said (event, kind, actor, round, unit, payload, leaf)
               where event is not null
              returning event)
            insert into ledger_queue (event) select event from written
            """)
        .param("at", at)
        .param("events", texts(events, Event::id), Types.ARRAY)
        .param("kinds", texts(events, event -> event.act().name()), Types.ARRAY)
        .param("actors", texts(events, event -> event.actor().orElse(null)), Types.ARRAY)
        .param("rounds", texts(events, event -> event.subject().round().orElse(null)), Types.ARRAY)
        .param("units", texts(events, event -> event.subject().unit().orElse(null)), Types.ARRAY)
        .param(
            "payloads", written.stream().map(Written::payload).toArray(String[]::new), Types.ARRAY)
        .param(
            "leaves",
            written.stream()
                .map(one -> MerkleTree.leaf(one.payload()).bytes())
                .toArray(byte[][]::new),
            Types.ARRAY)
        .update();
    written.stream()
        .filter(one -> !one.committed().isEmpty())
        .forEach(one -> keep(one.event().id(), one.committed()));
  }

  private static String[] texts(List<Event> events, Function<Event, @Nullable Object> of) {
    return Together.padded(
        events.stream().map(of).map(value -> value == null ? null : value.toString()),
        String[]::new);
  }

  private static Written written(Event event, OffsetDateTime at) {
    var committed = new TreeMap<String, LedgerEntry.Commitment>();
    event
        .committed()
        .forEach(
            (field, value) -> committed.put(field, new LedgerEntry.Commitment(random(), value)));
    return new Written(event, payload(event, at, committed).json(), committed);
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
      Event event, OffsetDateTime at, Map<String, LedgerEntry.Commitment> committed) {
    var texts = new TreeMap<String, String>();
    event.actor().ifPresent(account -> texts.put("actor", account.toString()));
    texts.put("at", instant(at));
    texts.put("event", event.id().toString());
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
