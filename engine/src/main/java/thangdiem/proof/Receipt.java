package thangdiem.proof;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import thangdiem.words.BadInput;
import thangdiem.words.VietnamTime;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What shows, without the ledger and without a network, that the ledger holds an event (biên nhận):
 * its exact text, its place, the hashes that lead to the root, and the signed checkpoint of that
 * root. Its JSON is canonical, so that not one byte of it can be another.
 *
 * @param says what the payload says, for reading
 * @param payload the exact text that was hashed
 * @param position in the ledger, 0 for the first
 * @param inclusion from the event up to the root, lowest first
 * @param checkpoint the signed note
 * @param key whose signature it is, as {@link NoteKey#written()}
 */
public record Receipt(
    Map<String, String> says,
    String payload,
    long position,
    List<Hash> inclusion,
    String checkpoint,
    String key) {

  private static final String FORMAT = "thangdiem-receipt/1";
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

  /** A tree of more leaves than this needs no path longer. */
  private static final int LONGEST_PATH = 63;

  /** The receipt of an event. */
  public static Receipt of(
      String payload, long position, List<Hash> inclusion, String checkpoint, NoteKey key) {
    return new Receipt(
        said(LedgerPayload.of(payload).orElseThrow()),
        payload,
        position,
        List.copyOf(inclusion),
        checkpoint,
        key.written());
  }

  /**
   * What a payload says in words: kind, time in Vietnam, and what the act said openly. Nothing else
   * of an event is told by its receipt.
   */
  static Map<String, String> said(LedgerPayload payload) {
    var says = new TreeMap<>(payload.object("data"));
    says.put("kind", payload.text("kind"));
    says.put("at", at(payload.text("at")));
    return says;
  }

  private static String at(String instant) {
    try {
      return SECOND.format(OffsetDateTime.parse(instant).atZoneSameInstant(VietnamTime.ZONE));
    } catch (DateTimeException e) {
      return instant;
    }
  }

  /** The event's name in the ledger; empty when the payload is none. */
  public String event() {
    return LedgerPayload.of(payload).map(content -> content.text("event")).orElse("");
  }

  // ── Writing
  // ─────────────────────────────────────────────────────────────────────────────────────

  /** The file. */
  public String json() {
    var words =
        says.entrySet().stream()
            .map(word -> "    " + quoted(word.getKey()) + ": " + quoted(word.getValue()))
            .collect(Collectors.joining(",\n"));
    var path =
        inclusion.stream()
            .map(hash -> "    " + quoted(hash.hex()))
            .collect(Collectors.joining(",\n"));
    return """
    {
      "format": %s,
      "says": {
    %s
      },
      "payload": %s,
      "position": %d,
      "inclusion": [
    %s
      ],
      "checkpoint": %s,
      "key": %s
    }
    """
        .formatted(
            quoted(FORMAT),
            words,
            quoted(payload),
            position,
            path,
            quoted(checkpoint),
            quoted(key));
  }

  private static String quoted(String text) {
    return LedgerPayload.quoted(text);
  }

  // ── Reading
  // ─────────────────────────────────────────────────────────────────────────────────────

  /**
   * The receipt of a file; says nothing of whether it is true.
   *
   * @param name of the file, for naming it
   * @throws BadInput when it is no receipt
   */
  public static Receipt read(String name, String text) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      var receipt = new Reading(parser).receipt();
      if (parser.nextToken() != null) {
        throw BadInput.at(name, "receipt.file");
      }
      return receipt;
    } catch (JacksonException | IllegalArgumentException e) {
      throw BadInput.at(name, "receipt.file");
    }
  }

  /** Every oddity is an IllegalArgumentException: the file is none of ours. */
  private record Reading(JsonParser json) {

    Receipt receipt() {
      open(JsonToken.START_OBJECT);
      require(FORMAT.equals(text("format")));
      var says = says();
      var payload = text("payload");
      named("position", JsonToken.VALUE_NUMBER_INT);
      long position = json.getLongValue();
      var inclusion = inclusion();
      var receipt =
          new Receipt(says, payload, position, inclusion, text("checkpoint"), text("key"));
      open(JsonToken.END_OBJECT);
      return receipt;
    }

    private Map<String, String> says() {
      named("says", JsonToken.START_OBJECT);
      var says = new TreeMap<String, String>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        var key = json.currentName();
        open(JsonToken.VALUE_STRING);
        says.put(key, json.getString());
      }
      return says;
    }

    private List<Hash> inclusion() {
      named("inclusion", JsonToken.START_ARRAY);
      var path = new ArrayList<Hash>();
      while (json.nextToken() == JsonToken.VALUE_STRING && path.size() < LONGEST_PATH) {
        path.add(Hash.of(HexFormat.of().parseHex(json.getString())));
      }
      require(json.currentToken() == JsonToken.END_ARRAY);
      return List.copyOf(path);
    }

    private String text(String name) {
      named(name, JsonToken.VALUE_STRING);
      return json.getString();
    }

    private void named(String name, JsonToken kind) {
      open(JsonToken.PROPERTY_NAME);
      require(name.equals(json.currentName()));
      open(kind);
    }

    private void open(JsonToken kind) {
      require(json.nextToken() == kind);
    }

    private static void require(boolean holds) {
      if (!holds) {
        throw new IllegalArgumentException("not a receipt");
      }
    }
  }
}
