package thangdiem.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The message files of one language (tệp thông điệp), and how that language writes numbers and
 * dates. Independent of the machine's locale.
 */
public final class Words {

  /** One message file for each part of the engine that speaks. */
  private static final List<String> FILES =
      List.of("criteria", "linter", "scoring", "answers", "workbook", "page", "ledger", "cli");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  public static final Words VIETNAMESE = new Words("vi", ',', '.');
  public static final Words ENGLISH = new Words("en", '.', ',');

  private final String language;
  private final char decimal;
  private final char thousands;
  private final Properties messages = new Properties();
  private final Map<String, List<String>> templates = new ConcurrentHashMap<>();

  private Words(String language, char decimal, char thousands) {
    this.language = language;
    this.decimal = decimal;
    this.thousands = thousands;
    FILES.forEach(file -> load(file + "_" + language + ".properties"));
    application().forEach(file -> load(file + "_" + language + ".properties"));
  }

  /** The parts that the application around the engine adds, where it is there. */
  private static List<String> application() {
    try (var parts = Words.class.getResourceAsStream("application.parts")) {
      return parts == null
          ? List.of()
          : new String(parts.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(String file) {
    try (var stream = Words.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no message file " + file);
      }
      messages.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The language of that tag: English for "en", otherwise Vietnamese. */
  public static Words of(String tag) {
    return tag.startsWith("en") ? ENGLISH : VIETNAMESE;
  }

  /** "vi" or "en". */
  public String language() {
    return language;
  }

  /** All keys of the files, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(messages.stringPropertyNames());
  }

  /**
   * The sentence of that key; {@code {0}} stands for the first argument and so on. Numbers and
   * dates are written as the language writes them.
   *
   * @throws IllegalStateException when the file has no such key
   */
  public String say(String key, Object... arguments) {
    var known = templates.get(key);
    var template = known == null ? templates.computeIfAbsent(key, this::template) : known;
    var pieces = template.toArray(String[]::new);
    for (int i = 0; i < pieces.length; i++) {
      var piece = pieces[i];
      if (piece.length() == 3
          && piece.charAt(0) == '{'
          && piece.charAt(2) == '}'
          && Character.isDigit(piece.charAt(1))) {
        pieces[i] = written(arguments[piece.charAt(1) - '0']);
      }
    }
    return String.join("", pieces);
  }

  /** A number with this language's decimal sign and thousands: 1.234,56 in Vietnamese. */
  public String number(BigDecimal number) {
    var plain = number.toPlainString();
    int point = plain.indexOf('.');
    var digits = point < 0 ? plain : plain.replace('.', decimal);
    int first = plain.startsWith("-") ? 1 : 0;
    int end = point < 0 ? plain.length() : point;
    if (first == 0 && end <= 3) {
      return digits;
    }
    var text = new StringBuilder(digits);
    for (int i = end - 3; i > first; i -= 3) {
      text.insert(i, thousands);
    }
    return first == 0 ? text.toString() : text.replace(0, 1, "−").toString();
  }

  /** dd/MM/yyyy. */
  public static String date(LocalDate date) {
    return DAY.format(date);
  }

  private String written(Object argument) {
    return switch (argument) {
      case BigDecimal number -> number(number);
      case LocalDate date -> date(date);
      case Sentence sentence -> sentence.in(this);
      case List<?> many ->
          many.isEmpty() ? "–" : many.stream().map(this::written).collect(Collectors.joining(", "));
      default -> argument.toString();
    };
  }

  private List<String> template(String key) {
    var message = messages.getProperty(key);
    if (message == null) {
      throw new IllegalStateException("no message " + key + " in " + language);
    }
    var pieces = new ArrayList<String>();
    int from = 0;
    for (int i = 0; i + 2 < message.length(); i++) {
      if (message.charAt(i) == '{'
          && message.charAt(i + 2) == '}'
          && Character.isDigit(message.charAt(i + 1))) {
        pieces.add(message.substring(from, i));
        pieces.add(message.substring(i, i + 3));
        from = i + 3;
        i += 2;
      }
    }
    pieces.add(message.substring(from));
    return List.copyOf(pieces);
  }
}
