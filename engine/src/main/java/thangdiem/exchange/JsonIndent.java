package thangdiem.exchange;

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

  private int level;

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
    line(json, "");
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator json) {
    json.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) {
    json.writeRaw(',');
    line(json, " ");
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
    line(json, "");
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    json.writeRaw(',');
    line(json, " ");
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) {
    end(json, values);
    json.writeRaw(']');
  }

  private void end(JsonGenerator json, int members) {
    level--;
    if (members > 0 && level < LEVELS_WITH_LINES) {
      json.writeRaw('\n');
      json.writeRaw("  ".repeat(level));
    }
  }

  private void line(JsonGenerator json, String otherwise) {
    if (level > LEVELS_WITH_LINES) {
      json.writeRaw(otherwise);
    } else {
      json.writeRaw('\n');
      json.writeRaw("  ".repeat(level));
    }
  }
}
