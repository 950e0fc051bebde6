package thangdiem.orgunit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.CriteriaSource;

/** The criteria sets whose units can be taken over (các bộ tiêu chí có sẵn). */
@Component
class CriteriaFolder {

  private static final List<String> BUILT_IN = List.of("hau-giang-ict/2017");
  private static final int FOLDERS_DEEP = 3;

  private final List<Path> roots =
      Optional.ofNullable(System.getProperty("thangdiem.criteria"))
          .map(Path::of)
          .filter(Files::isDirectory)
          .stream()
          .toList();

  /** Their names, sorted. */
  List<String> names() {
    var names = new TreeSet<>(BUILT_IN);
    for (var root : roots) {
      try (Stream<Path> files = Files.walk(root, FOLDERS_DEEP)) {
        files
            .filter(file -> file.endsWith("criteria.yaml"))
            .forEach(file ->
                names.add(root.relativize(file.resolveSibling("")).toString().replace('\\', '/')));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return List.copyOf(names);
  }

  /**
   * The set of one of these names.
   *
   * @throws NotFound when it is none of them: a name must not reach other files
   */
  CriteriaSet set(String name) {
    if (!names().contains(name)) {
      throw new NotFound("criteria set " + name);
    }
    return CriteriaSource.read(name, roots).file().set();
  }
}
