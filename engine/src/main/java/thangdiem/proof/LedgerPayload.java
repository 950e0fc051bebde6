package thangdiem.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The content of an event (nội dung sự kiện): texts by key, and objects of texts by key. Its JSON
 * is canonical – keys sorted, nothing between them – so that the same content is the same bytes.
 */
public record LedgerPayload(Map<String, String> texts, Map<String, Map<String, String>> objects) {

  /** What those bytes say; absent when they are not such JSON, or not written canonically. */
  public static Optional<LedgerPayload> of(String json) {
    return PayloadReader.read(json);
  }

  /** The text of that key; empty when there is none. */
  public String text(String key) {
    return texts.getOrDefault(key, "");
  }

  /** The object of that key; empty when there is none. */
  public Map<String, String> object(String key) {
    return objects.getOrDefault(key, Map.of());
  }

  /** The canonical JSON. */
  public String json() {
    var members = new TreeMap<String, String>();
    texts.forEach((key, value) -> members.put(key, quoted(value)));
    objects.forEach((key, object) -> {
      var inner = new LinkedHashMap<String, String>();
      new TreeMap<>(object).forEach((name, value) -> inner.put(name, quoted(value)));
      members.put(key, joined(inner));
    });
    return joined(members);
  }

  private static String joined(Map<String, String> members) {
    var text = new StringBuilder("{");
    members.forEach((key, value) -> {
      if (text.length() > 1) {
        text.append(',');
      }
      text.append(quoted(key)).append(':').append(value);
    });
    return text.append('}').toString();
  }

  static String quoted(String value) {
    var text = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
