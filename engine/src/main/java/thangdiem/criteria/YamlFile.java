package thangdiem.criteria;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;
import thangdiem.words.Unseen;

/**
 * A YAML file being read: its tree, and everything found wrong in it so far, each with file, line,
 * column and a caret.
 */
public final class YamlFile {

  private static final int MOST_NESTED = 60;
  private static final int WIDEST_EXCERPT = 120;

  private final String name;
  private final List<String> lines;
  private final List<Noted> noted = new ArrayList<>();
  private final Node root;

  /** A mistake and where it stands, so that all are told in the order of the file. */
  private record Noted(Place place, Mistake mistake) {}

  /**
   * Parses the text.
   *
   * @param name how mistakes name the file
   * @throws BadInput when it is not YAML
   */
  public YamlFile(String name, String text) {
    this.name = name;
    this.lines = text.lines().toList();
    this.root = compose(text);
    inspect(root);
  }

  private Node compose(String text) {
    var settings =
        LoadSettings.builder().setLabel(name).setUseMarks(true).setAllowNonScalarKeys(true).build();
    try {
      return new Composer(settings, new Shallow(settings, text))
          .getSingleNode()
          .orElseThrow(() -> BadInput.at(name, "yaml.empty"));
    } catch (MarkedYamlEngineException e) {
      var place = YamlFault.beginsEarlier(e.getProblem()) ? e.getContextMark() : e.getProblemMark();
      throw new BadInput(List.of(mistake(place(place, 0), YamlFault.explained(e.getProblem()))));
    } catch (YamlEngineException e) {
      var problem = String.valueOf(e.getMessage());
      throw new BadInput(List.of(new Mistake(name, YamlFault.explained(problem), List.of())));
    }
  }

  /**
   * Refuses aliases and nesting without end while they are read: whoever builds or walks the tree
   * comes to an end.
   */
  private final class Shallow extends ParserImpl {

    private int depth;

    Shallow(LoadSettings settings, String text) {
      super(settings, new StreamReader(settings, text));
    }

    @Override
    public Event next() {
      var event = super.next();
      switch (event.getEventId()) {
        case Alias -> refuse(event, Sentence.of("yaml.alias"));
        case SequenceStart, MappingStart -> {
          if (depth++ > MOST_NESTED) {
            refuse(event, Sentence.of("yaml.tooDeep", MOST_NESTED));
          }
        }
        case SequenceEnd, MappingEnd -> depth--;
        default -> {}
      }
      return event;
    }

    private void refuse(Event event, Sentence why) {
      throw new BadInput(List.of(mistake(place(event.getStartMark(), 0), why)));
    }
  }

  private void inspect(Node node) {
    switch (node) {
      case MappingNode map -> {
        var keys = new HashSet<String>();
        for (var tuple : map.getValue()) {
          if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            wrong(tuple.getKeyNode(), "yaml.keyNotText");
          } else if (!keys.add(key.getValue())) {
            wrong(key, "yaml.duplicateKey", key.getValue());
          }
          inspect(tuple.getValueNode());
        }
      }
      case SequenceNode list -> list.getValue().forEach(this::inspect);
      case ScalarNode scalar -> {
        if (!Normalizer.isNormalized(scalar.getValue(), Normalizer.Form.NFC)) {
          wrong(scalar, "yaml.notNfc");
        }
        if (Unseen.in(scalar.getValue())) {
          wrong(scalar, "yaml.unseen");
        }
      }
      default -> {}
    }
  }

  public Node root() {
    return root;
  }

  /** The root as a map of keys. */
  public YamlMap map() {
    return new YamlMap(this, root);
  }

  /** Notes something wrong at that node. */
  public void wrong(Node node, String key, Object... arguments) {
    wrong(node, 0, Sentence.of(key, arguments));
  }

  /** Notes something wrong that many characters into a one-line scalar. */
  void wrong(Node node, int offset, Sentence what) {
    var place = place(node.getStartMark(), offset);
    noted.add(new Noted(place, mistake(place, what)));
  }

  /** Everything wrong so far, in the order of the file. */
  public List<Mistake> mistakes() {
    return noted.stream()
        .sorted(
            Comparator.comparingInt((Noted one) -> one.place().line())
                .thenComparingInt(one -> one.place().column()))
        .map(Noted::mistake)
        .toList();
  }

  /**
   * Ends the reading.
   *
   * @throws BadInput with everything wrong, when anything is
   */
  public void orRefuse() {
    if (!noted.isEmpty()) {
      throw new BadInput(mistakes());
    }
  }

  /** Where a node stands. */
  public Place place(Node node) {
    return place(node.getStartMark(), 0);
  }

  /** A finding at a place as a mistake with its excerpt. */
  Mistake mistake(Place place, Sentence what) {
    return new Mistake(name + ":" + place.line() + ":" + place.column(), what, excerpt(place));
  }

  private static Place place(Optional<Mark> mark, int offset) {
    return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1 + offset))
        .orElse(Place.START);
  }

  private List<String> excerpt(Place place) {
    if (place.line() > lines.size()) {
      return List.of();
    }
    var line = lines.get(place.line() - 1).replace('\t', ' ');
    int from =
        Math.max(0, Math.min(place.column() - WIDEST_EXCERPT / 2, line.length() - WIDEST_EXCERPT));
    var shown = line.substring(from, Math.min(line.length(), from + WIDEST_EXCERPT));
    return List.of("  " + shown, "  " + " ".repeat(Math.max(0, place.column() - 1 - from)) + "^");
  }
}
