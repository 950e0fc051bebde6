package thangdiem.council;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thangdiem.words.Sentence;

/** What somebody typed into a form (biểu mẫu đang nhập), and what of it cannot be kept. */
public record Form(Map<String, String> typed, Map<String, Sentence> wrong) {

  static final Form EMPTY = new Form(Map.of(), Map.of());
  private static final int LONGEST = 200;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  static Form of(Map<String, String> typed) {
    return new Form(typed, new HashMap<>());
  }

  public String value(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  public Optional<Sentence> asked(String field) {
    return Optional.ofNullable(wrong.get(field));
  }

  boolean isFine() {
    return wrong.isEmpty();
  }

  /** A short text that must be there. */
  String text(String field) {
    return text(field, LONGEST);
  }

  String text(String field, int longest) {
    var text = value(field);
    if (text.isEmpty() || text.length() > longest) {
      wrong.put(field, Sentence.of("council.form.text", longest));
    }
    return text;
  }

  /** A day that must be there, as people write it. */
  LocalDate day(String field) {
    try {
      return LocalDate.parse(value(field), DAY);
    } catch (DateTimeException e) {
      wrong.put(field, Sentence.of("council.form.day"));
      return LocalDate.EPOCH;
    }
  }

  /** A whole number between those. */
  int number(String field, int least, int most) {
    var text = value(field).replace(".", "");
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong.put(field, Sentence.of("council.form.number", least, most));
    return least;
  }

  /** Only the facts among it, as fields name them: "f." and the fact. */
  Map<String, String> facts() {
    var facts = new HashMap<String, String>();
    typed.forEach((name, value) -> {
      if (name.startsWith("f.")) {
        facts.put(name, value);
      }
    });
    return facts;
  }
}
