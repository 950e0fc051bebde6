package thangdiem.proof;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import thangdiem.words.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A line of a ledger file below its head (một dòng của tệp nhật ký); read on any thread.
 *
 * @param place file and number, for naming it
 */
record LedgerFileLine(String place, String text) {

  private static final JsonFactory JSON = new JsonFactory();

  /** What a line holds. */
  sealed interface Content {}

  /** An event, looked at by itself. */
  record Event(LedgerCheck.Examined examined) implements Content {}

  /** A checkpoint. */
  record Signed(String where, String note) implements Content {}

  /**
   * Reads the line.
   *
   * @throws BadInput when it is neither
   */
  Content read() {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || parser.nextToken() != JsonToken.PROPERTY_NAME) {
        throw wrong("ledger.file.line");
      }
      var content =
          switch (parser.currentName()) {
            case "position" -> event(parser);
            case "checkpoint" -> checkpoint(parser);
            default -> throw wrong("ledger.file.line");
          };
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw wrong("ledger.file.line");
      }
      return content;
    } catch (JacksonException e) {
      throw wrong("ledger.file.line");
    }
  }

  private Content checkpoint(JsonParser parser) {
    parser.nextToken();
    var note = parser.getString();
    parser.nextToken();
    return new Signed(place, note);
  }

  private Content event(JsonParser parser) {
    parser.nextToken();
    long position = parser.getLongValue();
    var payload = "";
    var commitments = new LinkedHashMap<String, LedgerEntry.Commitment>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var property = parser.currentName();
      parser.nextToken();
      switch (property) {
        case "payload" -> payload = parser.getString();
        case "commitments" -> {
          while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            commitments.put(parser.currentName(), commitment(parser));
          }
        }
        default -> throw wrong("ledger.file.line");
      }
    }
    return new Event(LedgerCheck.examine(new LedgerEntry(position, payload, commitments)));
  }

  private LedgerEntry.Commitment commitment(JsonParser parser) {
    var salt = new byte[0];
    var value = "";
    parser.nextToken();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var property = parser.currentName();
      parser.nextToken();
      switch (property) {
        case "salt" -> salt = hex(parser.getString());
        case "value" -> value = parser.getString();
        default -> throw wrong("ledger.file.line");
      }
    }
    return new LedgerEntry.Commitment(salt, value);
  }

  private byte[] hex(String digits) {
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      throw wrong("ledger.file.hex");
    }
  }

  private BadInput wrong(String what) {
    return BadInput.at(place, what);
  }
}
