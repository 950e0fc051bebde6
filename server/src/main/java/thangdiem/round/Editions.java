package thangdiem.round;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.CriteriaSource;

/**
 * Criteria sets as texts are read (các bộ tiêu chí): each text once, for it never changes under its
 * hash.
 */
@Component
class Editions {

  private static final int FOLDERS_DEEP = 3;

  private final List<Path> roots =
      Optional.ofNullable(System.getProperty("thangdiem.criteria"))
          .map(Path::of)
          .filter(Files::isDirectory)
          .stream()
          .toList();
  private final Map<String, CriteriaSource> read = new ConcurrentHashMap<>();

  /** The set of a text that a round keeps; the text is asked for once. */
  CriteriaSet set(String sha256, Supplier<String> yaml) {
    return source(sha256, yaml).file().set();
  }

  CriteriaSource source(String sha256, Supplier<String> yaml) {
    var known = read.get(sha256);
    if (known != null) {
      return known;
    }
    var source = CriteriaSource.read("criteria.yaml", yaml.get(), "units.yaml", "", Map.of());
    read.putIfAbsent(sha256, source);
    return source;
  }

  /** The set of that name as it lies in the criteria folder or in the program. */
  CriteriaSource named(String reference) {
    return CriteriaSource.read(reference, roots);
  }

  /** The names of the sets to choose from. */
  List<String> names() {
    var names = new TreeSet<String>();
    names.add("hau-giang-ict/2017");
    for (var root : roots) {
      try (Stream<Path> files = Files.walk(root, FOLDERS_DEEP)) {
        files
            .filter(file -> file.endsWith("criteria.yaml"))
            .forEach(file ->
                names.add(root.relativize(file.resolveSibling("")).toString().replace('\\', '/')));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return List.copyOf(names);
  }
}
