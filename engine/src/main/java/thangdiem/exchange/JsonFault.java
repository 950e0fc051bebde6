package thangdiem.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;

/**
 * Why a text is not JSON (lỗi cú pháp JSON), said for people who typed it by hand: what stands at
 * the first wrong place, and what to write there.
 */
final class JsonFault {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Set<String> WORDS = Set.of("true", "false", "null");
  private static final String ENDS_WORD = ",:[]{}\"";
  private static final int LONGEST_SHOWN = 30;
  private static final int HEX_DIGITS = 4;

  /** What may come next; the first of two is asked for where a comma stands before. */
  private enum Next {
    VALUE,
    VALUE_OR_END,
    KEY,
    KEY_OR_END,
    COLON,
    COMMA_OR_END,
    NOTHING
  }

  private final String text;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int at;
  private @Nullable Sentence found;

  private JsonFault(String text) {
    this.text = text;
  }

  /** What is wrong with a text that a parser has refused. */
  static Mistake in(String file, String text) {
    var fault = new JsonFault(text);
    var why = fault.why();
    return Mistake.at(file, "json.syntax", fault.line(fault.at), fault.column(fault.at), why);
  }

  private Sentence why() {
    var next = Next.VALUE;
    for (skipSpace(); found == null && (next != Next.NOTHING || at < text.length()); skipSpace()) {
      next = at == text.length() ? cutOff() : after(next, text.charAt(at));
    }
    // The parser has limits of its own: a text or a number longer than anybody writes.
    return found == null ? Sentence.of("json.fault.tooLong") : found;
  }

  private Next after(Next next, char c) {
    return switch (next) {
      case VALUE, VALUE_OR_END -> value(c, next == Next.VALUE_OR_END);
      case KEY, KEY_OR_END -> key(c, next == Next.KEY_OR_END);
      case COLON -> c == ':' ? step(Next.VALUE) : wrong("colon", shown());
      case COMMA_OR_END ->
          c == ','
              ? step(inObject() ? Next.KEY : Next.VALUE)
              : c == '}' || c == ']' ? close(c) : wrong("comma", shown());
      case NOTHING -> wrong("more", shown());
    };
  }

  private Next value(char c, boolean mayEnd) {
    if (c == '{' || c == '[') {
      open.push(at);
      return open.size() > Json.MOST_NESTED
          ? say("json.tooDeep")
          : step(c == '{' ? Next.KEY_OR_END : Next.VALUE_OR_END);
    }
    if (c == '"') {
      return text(valueRead());
    }
    if (c == ']' && mayEnd) {
      return close(c);
    }
    if (c == '}' || c == ']') {
      return wrong(before() == ',' ? "extraComma" : "noValue", String.valueOf(c));
    }
    if (c == ',') {
      return wrong("noValue", ",");
    }
    var word = word();
    if (WORDS.contains(word)
        || NUMBER.matcher(word).matches() && word.length() <= Json.LONGEST_NUMBER) {
      at += word.length();
      return valueRead();
    }
    return wrong(
        comment() ? "comment" : quote(c) ? "quote" : c == '<' ? "page" : number(c), shown());
  }

  private static String number(char c) {
    return c == '-' || c == '+' || c == '.' || Character.isDigit(c) ? "number" : "word";
  }

  private Next key(char c, boolean mayEnd) {
    if (c == '"') {
      return text(Next.COLON);
    }
    if (c == '}' && mayEnd) {
      return close(c);
    }
    if (c == '}') {
      return wrong("extraComma", "}");
    }
    if (!mayEnd && Character.isDigit(c) && text.substring(at - 2, at).matches("\\d,")) {
      return wrong("decimalComma", shown());
    }
    return wrong(comment() ? "comment" : quote(c) ? "quote" : "key", shown());
  }

  private Next close(char c) {
    int opened = open.pop();
    if (text.charAt(opened) != (c == '}' ? '{' : '[')) {
      return wrong("bracket", text.charAt(opened), line(opened), c);
    }
    return step(valueRead());
  }

  private Next valueRead() {
    return open.isEmpty() ? Next.NOTHING : Next.COMMA_OR_END;
  }

  private boolean inObject() {
    return !open.isEmpty() && text.charAt(open.getFirst()) == '{';
  }

  /** Reads a text in quotes, from the first to the last. */
  private Next text(Next next) {
    int from = at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        return unclosed(from);
      }
      if (c < ' ') {
        return wrong("control");
      }
      if (c == '\\' && !escape()) {
        return wrong("escape", shown());
      }
      at++;
    }
    return at == text.length() ? unclosed(from) : step(next);
  }

  private Next unclosed(int from) {
    at = from;
    return wrong("unclosed");
  }

  /** Goes to the last character of an escape, where it is one. */
  private boolean escape() {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (kind == 'u') {
      int end = at + 2 + HEX_DIGITS;
      boolean hex = end <= text.length() && text.substring(at + 2, end).matches("[0-9a-fA-F]{4}");
      at = hex ? end - 1 : at;
      return hex;
    }
    boolean known = "\"\\/bfnrt".indexOf(kind) >= 0;
    at = known ? at + 1 : at;
    return known;
  }

  private Next cutOff() {
    return open.isEmpty()
        ? wrong("nothing")
        : wrong("cut", text.charAt(open.getFirst()), line(open.getFirst()));
  }

  private Next step(Next next) {
    at++;
    return next;
  }

  private Next wrong(String what, Object... arguments) {
    return say("json.fault." + what, arguments);
  }

  private Next say(String key, Object... arguments) {
    found = Sentence.of(key, arguments);
    return Next.NOTHING;
  }

  private boolean comment() {
    return text.startsWith("//", at) || text.startsWith("/*", at) || text.charAt(at) == '#';
  }

  private static boolean quote(char c) {
    return "'`‘’“”«»".indexOf(c) >= 0;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The last character before that is no space. */
  private char before() {
    var stripped = text.substring(0, at).stripTrailing();
    return stripped.isEmpty() ? ' ' : stripped.charAt(stripped.length() - 1);
  }

  /** From here to the next space or sign of JSON. */
  private String word() {
    int end = at;
    while (end < text.length()
        && text.charAt(end) > ' '
        && ENDS_WORD.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(at, end);
  }

  /** What stands here, short enough and printable. */
  private String shown() {
    var word = word();
    var here = word.isEmpty() ? text.substring(at, text.offsetByCodePoints(at, 1)) : word;
    var clean = here.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > LONGEST_SHOWN ? clean.substring(0, LONGEST_SHOWN) + "…" : clean;
  }

  private long line(int position) {
    return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  private int column(int position) {
    int start = text.lastIndexOf('\n', position - 1) + 1;
    return 1 + text.codePointCount(start, position);
  }
}
