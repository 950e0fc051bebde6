package thangdiem.exchange;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * How our JSON is laid out (trình bày): the outer levels a member to a line, what lies deeper on
 * the line of its member. So a criterion of a unit, with its points and its reason, is one line:
 * easy to find, and to compare line by line.
 */
final class JsonIndent implements PrettyPrinter {

  /** The root, the list of units, a unit, its criteria. */
  private static final int LEVELS_WITH_LINES = 4;

  /** The beginning of a line at each level. */
  private static final List<String> LINES =
      IntStream.rangeClosed(0, LEVELS_WITH_LINES)
          .mapToObj(level -> "\n" + "  ".repeat(level))
          .toList();

  private int level;

  /** Lays out a value that stands so deep inside another. */
  JsonIndent(int level) {
    this.level = level;
  }

  /** The beginning of a line at that level. */
  static String line(int level) {
    return LINES.get(level);
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {
    json.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator json) {
    json.writeRaw('{');
    level++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) {
    if (level <= LEVELS_WITH_LINES) {
      json.writeRaw(LINES.get(level));
    }
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator json) {
    json.writeRaw(':');
    json.writeRaw(' ');
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) {
    json.writeRaw(',');
    separate(json);
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) {
    end(json, entries);
    json.writeRaw('}');
  }

  @Override
  public void writeStartArray(JsonGenerator json) {
    json.writeRaw('[');
    level++;
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    if (level <= LEVELS_WITH_LINES) {
      json.writeRaw(LINES.get(level));
    }
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    json.writeRaw(',');
    separate(json);
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) {
    end(json, values);
    json.writeRaw(']');
  }

  private void end(JsonGenerator json, int members) {
    level--;
    if (members > 0 && level < LEVELS_WITH_LINES) {
      json.writeRaw(LINES.get(level));
    }
  }

  private void separate(JsonGenerator json) {
    if (level > LEVELS_WITH_LINES) {
      json.writeRaw(' ');
    } else {
      json.writeRaw(LINES.get(level));
    }
  }
}
