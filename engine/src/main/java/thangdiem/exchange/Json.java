package thangdiem.exchange;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON value as a tree. Numbers keep their text: nothing passes through binary fractions. */
sealed interface Json {

  record Object(Map<String, Json> members) implements Json {}

  record Array(List<Json> items) implements Json {}

  record Text(String text) implements Json {}

  record Number(String text) implements Json {}

  record Bool(boolean value) implements Json {}

  record Null() implements Json {}

  int MOST_NESTED = 60;
  int LONGEST_NUMBER = 60;
  JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_NESTED)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  /**
   * Parses a text; a key that stands twice in one object is a mistake.
   *
   * @param file how mistakes name it
   * @throws BadInput when it is not JSON
   */
  static Json parse(String file, String text) {
    if (text.isBlank()) {
      throw BadInput.at(file, "yaml.empty");
    }
    var mistakes = new ArrayList<Mistake>();
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      var json = value(parser, file + " $", mistakes);
      if (parser.nextToken() != null) {
        mistakes.add(JsonFault.in(file, text));
      }
      if (!mistakes.isEmpty()) {
        throw new BadInput(mistakes);
      }
      return json;
    } catch (JacksonException _) {
      mistakes.add(JsonFault.in(file, text));
      throw new BadInput(mistakes);
    }
  }

  private static Json value(JsonParser parser, String path, List<Mistake> mistakes) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path, mistakes);
      case START_ARRAY -> array(parser, path, mistakes);
      case VALUE_STRING -> new Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(parser.getString());
      case VALUE_TRUE -> new Bool(true);
      case VALUE_FALSE -> new Bool(false);
      case VALUE_NULL -> new Null();
      case null, default ->
          throw new IllegalStateException("no value at " + parser.currentTokenLocation());
    };
  }

  private static Json object(JsonParser parser, String path, List<Mistake> mistakes) {
    var members = new LinkedHashMap<String, Json>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      parser.nextToken();
      var value = value(parser, path + "." + key, mistakes);
      if (members.put(key, value) != null) {
        mistakes.add(Mistake.at(path, "json.duplicate", key));
      }
    }
    return new Object(members);
  }

  private static Json array(JsonParser parser, String path, List<Mistake> mistakes) {
    var items = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, path + "[" + items.size() + "]", mistakes));
    }
    return new Array(items);
  }

  /**
   * A writer of indented JSON: the same content always gives the same bytes. What it writes to
   * stays open.
   */
  static JsonGenerator writer(OutputStream out) {
    return writer(out, 0);
  }

  /** The same for a value that stands so deep inside another. */
  static JsonGenerator writer(OutputStream out, int level) {
    return FACTORY.createGenerator(new Indented(level), out);
  }

  /** Jackson asks its context for the printer. */
  final class Indented extends ObjectWriteContext.Base {

    private final int level;

    Indented(int level) {
      this.level = level;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new JsonIndent(level);
    }
  }
}
