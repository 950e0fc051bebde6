package thangdiem.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the canonical JSON of a payload and nothing else (đọc dạng chuẩn): what is written in any
 * other way – a space, another order, another escape – is not read. So whatever was read would be
 * written as the same text again.
 */
final class PayloadReader {

  private static final String DIGITS = "0123456789abcdef";

  private final String json;
  private int at;

  private PayloadReader(String json) {
    this.json = json;
  }

  private static final class NotCanonical extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCanonical() {
      super(null, null, false, false);
    }
  }

  static Optional<LedgerPayload> read(String json) {
    try {
      return Optional.of(new PayloadReader(json).payload());
    } catch (NotCanonical e) {
      return Optional.empty();
    }
  }

  private interface Member {
    void read(String key);
  }

  private LedgerPayload payload() {
    var texts = new LinkedHashMap<String, String>();
    var objects = new LinkedHashMap<String, Map<String, String>>();
    members(key -> {
      if (peek() == '{') {
        var object = new LinkedHashMap<String, String>();
        members(name -> object.put(name, text()));
        objects.put(key, object);
      } else {
        texts.put(key, text());
      }
    });
    if (at != json.length()) {
      throw new NotCanonical();
    }
    return new LedgerPayload(texts, objects);
  }

  /** Each key is greater than the one before it, so none comes twice. */
  private void members(Member member) {
    expect('{');
    if (peek() == '}') {
      at++;
      return;
    }
    String before = null;
    while (true) {
      var key = text();
      if (before != null && key.compareTo(before) <= 0) {
        throw new NotCanonical();
      }
      before = key;
      expect(':');
      member.read(key);
      if (peek() == '}') {
        at++;
        return;
      }
      expect(',');
    }
  }

  private String text() {
    expect('"');
    int begin = at;
    int end = json.indexOf('"', begin);
    if (end < 0) {
      throw new NotCanonical();
    }
    for (int i = begin; i < end; i++) {
      char c = json.charAt(i);
      if (c == '\\') {
        return escaped(begin);
      }
      if (c < ' ') {
        throw new NotCanonical();
      }
    }
    at = end + 1;
    return json.substring(begin, end);
  }

  private String escaped(int begin) {
    at = begin;
    var text = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c == '\\') {
        text.append(escape());
      } else if (c < ' ') {
        throw new NotCanonical();
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** A quotation mark, a backslash, or a control character in four digits. */
  private char escape() {
    char c = next();
    if (c == '"' || c == '\\') {
      return c;
    }
    if (c == 'u' && next() == '0' && next() == '0') {
      int control = digit() * 16 + digit();
      if (control < ' ') {
        return (char) control;
      }
    }
    throw new NotCanonical();
  }

  private int digit() {
    int digit = DIGITS.indexOf(next());
    if (digit < 0) {
      throw new NotCanonical();
    }
    return digit;
  }

  private void expect(char expected) {
    if (next() != expected) {
      throw new NotCanonical();
    }
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private char peek() {
    if (at >= json.length()) {
      throw new NotCanonical();
    }
    return json.charAt(at);
  }
}
