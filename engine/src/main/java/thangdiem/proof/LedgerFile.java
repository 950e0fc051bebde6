package thangdiem.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.BadInput;
import thangdiem.words.FileTrouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A ledger outside its database (tệp nhật ký): JSON lines, first a head with origin, key and size,
 * then every event in order, then the checkpoints (docs/formats.md).
 */
public final class LedgerFile {

  private static final String FORMAT = "thangdiem-ledger/1";
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final HexFormat HEX = HexFormat.of();

  private final LedgerCheck check;
  private final Optional<NoteKey> key;
  private long size = -1;
  private String origin = "";
  private long events;

  private LedgerFile(LedgerCheck check, Optional<NoteKey> key) {
    this.check = check;
    this.key = key;
  }

  // ── Writing
  // ─────────────────────────────────────────────────────────────────────────────────────

  /** Writes the head. */
  public static void head(Writer out, String origin, NoteKey key, long size) throws IOException {
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeStringProperty("origin", origin);
      json.writeStringProperty("key", key.written());
      json.writeNumberProperty("size", size);
      json.writeEndObject();
    }
    out.write('\n');
  }

  /** Writes an event. */
  public static void event(Writer out, LedgerEntry entry) throws IOException {
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("position", entry.position());
      json.writeStringProperty("payload", entry.payload());
      if (!entry.commitments().isEmpty()) {
        json.writeObjectPropertyStart("commitments");
        entry
            .commitments()
            .forEach((field, commitment) -> {
              json.writeObjectPropertyStart(field);
              json.writeStringProperty("salt", HEX.formatHex(commitment.salt()));
              json.writeStringProperty("value", commitment.value());
              json.writeEndObject();
            });
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    out.write('\n');
  }

  /** Writes a checkpoint. */
  public static void checkpoint(Writer out, String note) throws IOException {
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("checkpoint", note);
      json.writeEndObject();
    }
    out.write('\n');
  }

  // ── Checking
  // ────────────────────────────────────────────────────────────────────────────────────

  /**
   * Checks a ledger file.
   *
   * @param checkpoints that somebody else holds, by where they come from
   * @param key as printed where nobody can change it; without it the file's own counts
   * @throws BadInput when it is no such file
   */
  public static LedgerCheck.Verdict check(
      Path file, Map<String, String> checkpoints, Optional<NoteKey> key) {
    try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      var head = lines.readLine();
      if (head == null) {
        throw BadInput.at(file.toString(), "ledger.file.header");
      }
      return read(file.toString(), head, lines, checkpoints, key);
    } catch (CharacterCodingException e) {
      throw BadInput.at(file.toString(), "file.notUtf8");
    } catch (IOException e) {
      throw BadInput.at(file.toString(), "file.unreadable", FileTrouble.explained(e));
    }
  }

  private static LedgerCheck.Verdict read(
      String name,
      String head,
      BufferedReader lines,
      Map<String, String> checkpoints,
      Optional<NoteKey> key)
      throws IOException {
    var own = ownKey(name, head);
    var file = new LedgerFile(new LedgerCheck(key.or(() -> own)), key);
    file.head(name + ":1", head);
    try (var ahead =
        new Ahead<LedgerFileLine, LedgerFileLine.Content>(LedgerFileLine::read, file::take)) {
      long number = 1;
      for (var text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        ahead.add(new LedgerFileLine(name + ":" + number, text));
      }
      ahead.end();
    }
    if (file.size != file.events) {
      file.check.differ("ledger.size", file.size, file.events);
    }
    checkpoints.forEach(file.check::checkpoint);
    return file.check.verdict();
  }

  private static Optional<NoteKey> ownKey(String name, String head) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), head)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && "key".equals(parser.currentName())) {
          return NoteKey.of(parser.getString());
        }
      }
      return Optional.empty();
    } catch (JacksonException e) {
      throw BadInput.at(name + ":1", "ledger.file.header");
    }
  }

  private void head(String place, String text) {
    var format = "";
    try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "format" -> format = parser.getString();
          case "origin" -> origin = parser.getString();
          case "size" -> size = parser.getLongValue();
          case "key" -> sameKey(parser.getString());
          default -> throw BadInput.at(place, "ledger.file.header");
        }
      }
    } catch (JacksonException e) {
      throw BadInput.at(place, "ledger.file.header");
    }
    if (!format.equals(FORMAT) || origin.isEmpty()) {
      throw BadInput.at(place, "ledger.file.header");
    }
  }

  private void sameKey(String written) {
    if (key.isPresent() && !key.get().written().equals(written)) {
      check.differ("ledger.otherKey");
    }
  }

  private void take(LedgerFileLine.Content content) {
    switch (content) {
      case LedgerFileLine.Event event -> {
        events++;
        check.add(event.examined());
      }
      case LedgerFileLine.Signed signed -> {
        SignedNote.of(signed.note())
            .flatMap(note -> Checkpoint.of(note.text()))
            .filter(read -> !read.origin().equals(origin))
            .ifPresent(read -> check.differ("ledger.origins", origin + ", " + read.origin()));
        check.checkpoint(signed.where(), signed.note());
      }
    }
  }
}
