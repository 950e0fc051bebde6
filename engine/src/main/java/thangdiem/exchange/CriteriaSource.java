package thangdiem.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import thangdiem.criteria.CriteriaFile;
import thangdiem.criteria.CriteriaReader;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.UnitsReader;
import thangdiem.words.BadInput;
import thangdiem.words.FileTrouble;
import thangdiem.words.Mistake;

/**
 * A criteria set with what stands beside it: its units and its examples.
 *
 * @param unitsText the text of {@code units.yaml}; empty where there is none
 * @param examples texts of {@code examples/*.yaml} by name
 */
public record CriteriaSource(CriteriaFile file, String unitsText, Map<String, String> examples) {

  private static final int MEGABYTES = 8;
  private static final String FILE = "criteria.yaml";
  private static final String UNITS = "units.yaml";

  /**
   * Finds and reads a criteria set.
   *
   * @param reference a folder under {@code criteria/} such as hau-giang-ict/2017, or the path of a
   *     criteria file or its folder
   * @param roots folders that hold criteria sets; those built into the program come last
   * @throws BadInput when there is none of that name, or with every mistake in it
   */
  public static CriteriaSource read(String reference, List<Path> roots) {
    var typed = TextFile.path(reference);
    var places = new ArrayList<Path>();
    places.add(typed);
    roots.forEach(root -> places.add(root.resolve(typed)));
    for (var place : places) {
      var file = Files.isDirectory(place) ? place.resolve(FILE) : place;
      if (Files.isRegularFile(file)) {
        return fromFile(file);
      }
    }
    return builtIn(reference)
        .orElseThrow(() -> BadInput.at("--criteria", "criteria.notFound", reference, known(roots)));
  }

  private static CriteriaSource fromFile(Path file) {
    var text = TextFile.text(file, MEGABYTES);
    var units = file.resolveSibling(UNITS);
    var unitsText = Files.isRegularFile(units) ? TextFile.text(units, MEGABYTES) : "";
    var examples = new LinkedHashMap<String, String>();
    var folder = file.resolveSibling("examples");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(path -> path.toString().endsWith(".yaml"))
            .sorted()
            .forEach(path -> examples.put(path.toString(), TextFile.text(path, MEGABYTES)));
      } catch (IOException e) {
        throw BadInput.at(folder.toString(), "file.unreadable", FileTrouble.explained(e));
      }
    }
    return read(file.toString(), text, units.toString(), unitsText, examples);
  }

  private static Optional<CriteriaSource> builtIn(String reference) {
    return resource(reference + "/" + FILE)
        .map(text ->
            read(
                reference + "/" + FILE,
                text,
                reference + "/" + UNITS,
                resource(reference + "/" + UNITS).orElse(""),
                Map.of()));
  }

  private static Optional<String> resource(String name) {
    if (name.contains("..") || name.startsWith("/")) {
      return Optional.empty();
    }
    try (var stream = CriteriaSource.class.getResourceAsStream("/criteria/" + name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads both texts, so that the mistakes of both are told at once. */
  public static CriteriaSource read(
      String name, String text, String unitsName, String unitsText, Map<String, String> examples) {
    var mistakes = new ArrayList<Mistake>();
    List<ListedUnit> units = List.of();
    if (!unitsText.isEmpty()) {
      try {
        units = UnitsReader.read(unitsName, unitsText);
      } catch (BadInput bad) {
        mistakes.addAll(bad.mistakes());
      }
    }
    try {
      var file = CriteriaReader.read(name, text, units);
      if (mistakes.isEmpty()) {
        return new CriteriaSource(file, unitsText, examples);
      }
    } catch (BadInput bad) {
      mistakes.addAll(0, bad.mistakes());
    }
    throw new BadInput(mistakes);
  }

  /** The same criteria set for the units of another list, which a bundle must then carry. */
  public CriteriaSource of(String listText, List<ListedUnit> listed) {
    return new CriteriaSource(
        new CriteriaFile(file.set().of(listed), file.text(), file.yaml(), file.places()),
        listText,
        examples);
  }

  private static String known(List<Path> roots) {
    var known = new TreeSet<String>();
    for (var root : roots) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root, 3)) {
          files
              .filter(path -> path.endsWith(FILE))
              .forEach(path ->
                  known.add(
                      root.relativize(path.resolveSibling("")).toString().replace('\\', '/')));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return String.join(", ", known);
  }
}
