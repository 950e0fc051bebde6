package thangdiem.criteria;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import thangdiem.words.BadInput;

/**
 * Reads a list of units ({@code units.yaml}, danh mục đơn vị), or refuses it with every mistake at
 * once.
 */
public final class UnitsReader {

  private UnitsReader() {}

  /**
   * Reads the text of a units file.
   *
   * @throws BadInput with every mistake
   */
  public static List<ListedUnit> read(String name, String text) {
    var file = new YamlFile(name, text);
    var map = file.map();
    map.need("units");
    Set<String> seen = new HashSet<>();
    List<ListedUnit> units = new ArrayList<>(map.list("units", node -> unit(file, node, seen)));
    map.end();
    file.orRefuse();
    return List.copyOf(units);
  }

  private static ListedUnit unit(YamlFile file, Node node, Set<String> seen) {
    var map = new YamlMap(file, node);
    var id = map.text("id");
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      file.wrong(map.find("id").orElse(node), "units.id", id);
    }
    if (!seen.add(id)) {
      file.wrong(map.find("id").orElse(node), "criteria.duplicate", id);
    }
    var name = map.text("name");
    map.text("note", "");
    var unit =
        new ListedUnit(
            id,
            name,
            map.text("officialName", name),
            map.text("group"),
            map.whole("ordinal", seen.size()),
            map.texts("tags"));
    map.end();
    return unit;
  }
}
