package thangdiem.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
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

/** Writes events into the ledger's tables, as the last statements of their transaction. */
@Component
class LedgerTable {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private final JdbcClient sql;

  LedgerTable(JdbcClient sql) {
    this.sql = sql;
  }

  void write(Event event, Optional<UUID> actor) {
    var id = UUID.randomUUID();
    var at = sql.sql("select now_effective()").query(OffsetDateTime.class).single();
    var salts = new TreeMap<String, byte[]>();
    event.committed().keySet().forEach(field -> salts.put(field, random()));
    var payload = payload(event, actor, id, at, salts);
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
        .param("leaf", leafHash(payload))
        .update();
    salts.forEach((field, salt) ->
        sql.sql(
                """
                insert into ledger_commitment (event, field, salt, value)
                values (:event, :field, :salt, :value)
                """)
            .param("event", id)
            .param("field", field)
            .param("salt", salt)
            .param("value", value(event, field))
            .update());
  }

  /**
   * Canonical JSON: keys sorted, text in NFC, every value a text. What is stored is what is hashed.
   */
  private static String payload(
      Event event, Optional<UUID> actor, UUID id, OffsetDateTime at, Map<String, byte[]> salts) {
    var committed = new TreeMap<String, String>();
    salts.forEach((field, salt) -> committed.put(field, commitment(salt, value(event, field))));
    var members = new TreeMap<String, String>();
    actor.ifPresent(account -> members.put("actor", quoted(account.toString())));
    members.put("at", quoted(INSTANT.format(at.withOffsetSameInstant(ZoneOffset.UTC))));
    if (!committed.isEmpty()) {
      members.put("committed", object(committed));
    }
    if (!event.facts().isEmpty()) {
      members.put("data", object(event.facts()));
    }
    members.put("event", quoted(id.toString()));
    members.put("kind", quoted(event.act().name()));
    members.put("nonce", quoted(HEX.formatHex(random())));
    event.subject().round().ifPresent(round -> members.put("round", quoted(round.toString())));
    event.subject().unit().ifPresent(unit -> members.put("unit", quoted(unit.toString())));
    return join(members);
  }

  private static String value(Event event, String field) {
    return Normalizer.normalize(event.committed().getOrDefault(field, ""), Normalizer.Form.NFC);
  }

  private static String object(Map<String, String> texts) {
    var members = new TreeMap<String, String>();
    texts.forEach((key, value) -> members.put(key, quoted(value)));
    return join(members);
  }

  private static String join(Map<String, String> members) {
    var text = new StringBuilder("{");
    members.forEach((key, value) -> {
      if (text.length() > 1) {
        text.append(',');
      }
      text.append(quoted(key)).append(':').append(value);
    });
    return text.append('}').toString();
  }

  private static String quoted(String value) {
    var text = new StringBuilder("\"");
    Normalizer.normalize(value, Normalizer.Form.NFC)
        .chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            text.append('\\').append((char) c);
          } else if (c < ' ') {
            text.append("\\u%04x".formatted(c));
          } else {
            text.append((char) c);
          }
        });
    return text.append('"').toString();
  }

  private static String commitment(byte[] salt, String value) {
    var digest = sha256();
    digest.update(salt);
    return HEX.formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
  }

  /** The leaf of RFC 6962: the hash of a zero byte and the payload. */
  private static byte[] leafHash(String payload) {
    var digest = sha256();
    digest.update((byte) 0);
    return digest.digest(payload.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] random() {
    var bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
