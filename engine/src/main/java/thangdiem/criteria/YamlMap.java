package thangdiem.criteria;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One map of a YAML file being read, key by key. What is missing or of the wrong kind is noted in
 * the file and stood in for, so that one reading finds every mistake; {@link #end} notes the keys
 * that nobody asked for.
 */
public final class YamlMap {

  private static final int LONGEST_NUMBER = 20;
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+%?");

  private final YamlFile file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();

  public YamlMap(YamlFile file, Node node) {
    this.file = file;
    this.node = node;
    if (node instanceof MappingNode map) {
      for (var tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          values.putIfAbsent(key.getValue(), tuple.getValueNode());
          keys.putIfAbsent(key.getValue(), key);
        }
      }
    } else {
      file.wrong(node, "yaml.expectedMap");
    }
  }

  /** The map itself, as the place of a mistake. */
  public Node node() {
    return node;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The keys in the order of the file. */
  public List<String> keys() {
    return List.copyOf(keys.keySet());
  }

  /** The value's node, where there is one. */
  public Optional<Node> find(String key) {
    asked.add(key);
    return Optional.ofNullable(values.get(key));
  }

  /** The value's node; noted as missing otherwise. */
  public Optional<Node> need(String key) {
    var found = find(key);
    if (found.isEmpty() && node instanceof MappingNode) {
      file.wrong(node, "yaml.missing", key);
    }
    return found;
  }

  public String text(String key) {
    return need(key).map(value -> text(file, value)).orElse("");
  }

  public String text(String key, String otherwise) {
    return find(key).map(value -> text(file, value)).orElse(otherwise);
  }

  public boolean yes(String key, boolean otherwise) {
    return find(key)
        .map(value -> {
          var text = text(file, value);
          if (!text.equals("true") && !text.equals("false")) {
            file.wrong(value, "yaml.expectedBoolean", text);
          }
          return text.equals("true");
        })
        .orElse(otherwise);
  }

  public Optional<Rational> number(String key) {
    return find(key).flatMap(value -> number(file, value));
  }

  public int whole(String key, int otherwise) {
    return find(key)
        .flatMap(value -> number(file, value).map(number -> whole(value, number)))
        .orElse(otherwise);
  }

  private int whole(Node value, Rational number) {
    if (!number.isWhole() || number.numerator().bitLength() > 20) {
      file.wrong(value, "yaml.expectedWhole", text(file, value));
      return 0;
    }
    return number.numerator().intValue();
  }

  public LocalDate date(String key) {
    return need(key).flatMap(value -> date(file, value)).orElse(LocalDate.EPOCH);
  }

  public <E extends Enum<E>> E oneOf(String key, Class<E> type, E otherwise) {
    return find(key).map(value -> oneOf(file, value, type).orElse(otherwise)).orElse(otherwise);
  }

  /** The items of a list; a missing list is empty. */
  public <T> List<T> list(String key, Function<Node, T> item) {
    return find(key).map(value -> list(file, value, item)).orElse(List.of());
  }

  public List<String> texts(String key) {
    return list(key, value -> text(file, value));
  }

  /** Reads the map below that key, where there is one. */
  public <T> Optional<T> map(String key, Function<YamlMap, T> reader) {
    return find(key).map(value -> reader.apply(new YamlMap(file, value)));
  }

  /** Notes every key that was not asked for, with the nearest known one. */
  public void end() {
    keys.forEach((key, keyNode) -> {
      if (!asked.contains(key)) {
        if (afterAComma(key)) {
          file.wrong(keyNode, "yaml.strayComma", key);
        } else {
          file.wrong(keyNode, "yaml.unknownKey", key, Suggestion.among(key, asked));
        }
      }
    });
  }

  /** Whether a "key" is the rest of a text or number with a comma in it: {@code {points: 33,3}}. */
  private boolean afterAComma(String key) {
    return node instanceof MappingNode map
        && map.getFlowStyle() == FlowStyle.FLOW
        && values.get(key) instanceof ScalarNode value
        && value.getTag().equals(Tag.NULL)
        && value.getValue().isEmpty();
  }

  public static String text(YamlFile file, Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return scalar.getValue().strip();
    }
    file.wrong(node, "yaml.expectedText");
    return "";
  }

  static Optional<Rational> number(YamlFile file, Node node) {
    var text = text(file, node);
    var percent = text.endsWith("%");
    var digits = percent ? text.substring(0, text.length() - 1).strip() : text;
    if (!digits.matches("-?\\d+(\\.\\d+)?") || digits.length() > LONGEST_NUMBER) {
      file.wrong(
          node,
          DECIMAL_COMMA.matcher(text).matches() ? "yaml.decimalComma" : "yaml.expectedNumber",
          text,
          text.replace(',', '.'));
      return Optional.empty();
    }
    var value = Rational.of(new BigDecimal(digits));
    return Optional.of(percent ? value.dividedBy(Rational.of(100)) : value);
  }

  private static Optional<LocalDate> date(YamlFile file, Node node) {
    var text = text(file, node);
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      file.wrong(node, "yaml.expectedDate", text);
      return Optional.empty();
    }
  }

  static <E extends Enum<E>> Optional<E> oneOf(YamlFile file, Node node, Class<E> type) {
    var text = text(file, node);
    var words = new ArrayList<String>();
    for (var constant : type.getEnumConstants()) {
      var word = constant.name().toLowerCase(Locale.ROOT);
      if (word.equals(text)) {
        return Optional.of(constant);
      }
      words.add(word);
    }
    file.wrong(node, "yaml.expectedOneOf", String.join(", ", words), text);
    return Optional.empty();
  }

  public static <T> List<T> list(YamlFile file, Node node, Function<Node, T> item) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item).toList();
    }
    file.wrong(node, "yaml.expectedList");
    return List.of();
  }
}
