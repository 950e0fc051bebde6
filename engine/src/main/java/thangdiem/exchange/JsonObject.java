package thangdiem.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Suggestion;
import thangdiem.words.Mistake;

/**
 * A JSON object being read key by key; what is missing or wrong is noted with its path, and {@link
 * #end} notes the keys nobody asked for.
 */
final class JsonObject {

  /**
   * Digits before the point, and after it, beyond which a number is not a plain number any more.
   */
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");

  private static final int MOST_DIGITS = 30;

  private final String path;
  private final Map<String, Json> members;
  private final Consumer<Mistake> mistakes;
  private final Set<String> asked = new LinkedHashSet<>();

  JsonObject(String path, Json json, Consumer<Mistake> mistakes) {
    this.path = path;
    this.mistakes = mistakes;
    if (json instanceof Json.Object(var own)) {
      members = own;
    } else {
      members = Map.of();
      mistakes.accept(Mistake.at(path, "json.expected.object"));
    }
  }

  String path() {
    return path;
  }

  String path(String key) {
    return path + "." + key;
  }

  Set<String> keys() {
    return members.keySet();
  }

  Optional<Json> find(String key) {
    asked.add(key);
    return Optional.ofNullable(members.get(key));
  }

  /** The value, unless it is missing or null. */
  private Optional<Json> given(String key) {
    return find(key).filter(json -> !(json instanceof Json.Null));
  }

  Optional<String> text(String key) {
    return given(key)
        .flatMap(json -> {
          if (json instanceof Json.Text(var text)) {
            return Optional.of(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC));
          }
          mistakes.accept(Mistake.at(path(key), "json.expected.text"));
          return Optional.empty();
        });
  }

  String needText(String key) {
    missing(key);
    return text(key).orElse("");
  }

  /** A number, or a decimal in quotes. */
  Optional<Rational> number(String key) {
    return given(key).flatMap(json -> number(path(key), json, mistakes));
  }

  boolean yes(String key) {
    return given(key)
        .map(json -> {
          if (json instanceof Json.Bool(var value)) {
            return value;
          }
          mistakes.accept(Mistake.at(path(key), "json.expected.boolean"));
          return false;
        })
        .orElse(false);
  }

  List<Json> list(String key) {
    return given(key)
        .map(json -> {
          if (json instanceof Json.Array(var items)) {
            return items;
          }
          mistakes.accept(Mistake.at(path(key), "json.expected.array"));
          return List.<Json>of();
        })
        .orElse(List.of());
  }

  Optional<JsonObject> object(String key) {
    return given(key).map(json -> new JsonObject(path(key), json, mistakes));
  }

  void missing(String key) {
    if (!members.containsKey(key)) {
      mistakes.accept(Mistake.at(path, "json.missing", key));
    }
  }

  void end() {
    members.keySet().stream()
        .filter(key -> !asked.contains(key))
        .forEach(key ->
            mistakes.accept(Mistake.at(path, "json.unknown", key, Suggestion.among(key, asked))));
  }

  static Optional<Rational> number(String path, Json json, Consumer<Mistake> mistakes) {
    var text =
        switch (json) {
          case Json.Number(var digits) -> digits;
          case Json.Text(var digits) -> digits;
          case Json.Object _, Json.Array _, Json.Bool _, Json.Null _ -> "…";
        };
    if (NUMBER.matcher(text).matches()) {
      var decimal = new BigDecimal(text);
      if (decimal.precision() - decimal.scale() <= MOST_DIGITS
          && decimal.scale() <= 2 * MOST_DIGITS) {
        return Optional.of(Rational.of(decimal));
      }
    }
    mistakes.accept(
        Mistake.at(
            path,
            "json.expected.number",
            text.length() > MOST_DIGITS ? text.substring(0, MOST_DIGITS) + "…" : text));
    return Optional.empty();
  }
}
