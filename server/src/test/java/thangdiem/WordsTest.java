package thangdiem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thangdiem.audit.Act;
import thangdiem.audit.Role;
import thangdiem.round.Milestone;
import thangdiem.round.Phase;
import thangdiem.words.Words;

/** The message files of both languages, beside what the code and the templates ask of them. */
class WordsTest {

  private static final Path FOLDER = Path.of("src/main/resources/thangdiem/words");
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/main/java"), Path.of("src/main/jte"), Path.of("../engine/src/main/java"));
  private static final Pattern LITERAL = Pattern.compile("\"([\\w.-]+)(?=\")");
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:\\bsay|Sentence\\.of|new \\w*Refusal|page|Optional\\.of)\\(\\s*\"([A-Za-z][\\w.-]*)\"");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  static List<String> parts() {
    return read(FOLDER.resolve("application.parts")).lines().toList();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void bothLanguagesSayTheSameThings(String part) {
    var vietnamese = messages(part, "vi");
    var english = messages(part, "en");

    assertThat(english.keySet()).as("keys of " + part).isEqualTo(vietnamese.keySet());
    vietnamese.forEach((key, text) ->
        assertThat(places(english.get(key))).as("places in " + key).isEqualTo(places(text)));
  }

  @Test
  void noFileOfWordsIsForgotten() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith("_vi.properties"))
                  .map(name -> name.replace("_vi.properties", "")))
          .as("files that application.parts does not name are not read")
          .containsExactlyInAnyOrderElementsOf(parts());
    }
  }

  @Test
  void noKeyIsSaidTwice() {
    var places = new TreeMap<String, List<String>>();
    for (var part : parts()) {
      read(FOLDER.resolve(part + "_vi.properties"))
          .lines()
          .filter(line -> line.matches("[\\w.-]+=.*"))
          .map(line -> line.substring(0, line.indexOf('=')))
          .forEach(key ->
              places.merge(
                  key,
                  List.of(part),
                  (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
    }
    assertThat(places.entrySet())
        .as("keys of which one meaning hides the other")
        .allMatch(entry -> entry.getValue().size() == 1);
  }

  @Test
  void everyKeyThatIsAskedForIsThere() {
    var keys = Words.VIETNAMESE.keys();
    var missing =
        SOURCES.stream()
            .filter(folder -> folder.startsWith("src"))
            .flatMap(WordsTest::under)
            .flatMap(source -> ASKED.matcher(source).results())
            .map(found -> found.group(1))
            .filter(key -> key.contains("."))
            .filter(key ->
                key.endsWith(".")
                    ? keys.stream().noneMatch(one -> one.startsWith(key))
                    : !keys.contains(key))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyIsAskedForSomewhere() {
    var literals =
        sources()
            .flatMap(source -> LITERAL.matcher(source).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    var beginnings = ending(literals, text -> text.matches("[A-Za-z][\\w.-]*\\."));
    var endings = ending(literals, text -> text.matches("\\.[\\w.-]+"));
    var unused = new TreeSet<String>();
    for (var part : parts()) {
      messages(part, "vi").keySet().stream()
          .filter(key -> !literals.contains(key))
          .filter(key -> beginnings.stream().noneMatch(key::startsWith))
          .filter(key -> endings.stream().noneMatch(key::endsWith))
          .forEach(unused::add);
    }
    assertThat(unused).as("words that nobody says any more").isEmpty();
  }

  private static Set<String> ending(Set<String> literals, Predicate<String> shape) {
    return literals.stream().filter(shape).collect(Collectors.toSet());
  }

  @Test
  void everythingThatIsNamedByTheLawHasItsWords() {
    assertThat(Words.VIETNAMESE.keys())
        .containsAll(keys("act.", Act.values()))
        .containsAll(keys("role.", Role.values()))
        .containsAll(keys("phase.", Phase.values()))
        .containsAll(keys("milestone.", Milestone.values()));
  }

  private static Set<String> keys(String beginning, Enum<?>... constants) {
    return Stream.of(constants)
        .map(constant -> beginning + constant.name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> sources() {
    return SOURCES.stream().flatMap(WordsTest::under);
  }

  private static Stream<String> under(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|jte)"))
          .map(WordsTest::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> places(String text) {
    return PLACE
        .matcher(Optional.ofNullable(text).orElse(""))
        .results()
        .map(MatchResult::group)
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, String> messages(String part, String language) {
    var properties = new Properties();
    try (var reader =
        Files.newBufferedReader(FOLDER.resolve(part + "_" + language + ".properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var messages = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
    return messages;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
