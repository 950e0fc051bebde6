package thangdiem.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thangdiem.words.Words;

/** Every file of the corpus is judged as corpus.md says. */
class CorpusTest {

  private static final Path TABLE = Path.of("src/test/resources/thangdiem/evidence/corpus.md");
  private static final Map<String, Corpus.Sent> FILES = Corpus.all();
  private static final Map<String, String> EXPECTED = expected();

  private static Map<String, String> expected() {
    try {
      var expected = new LinkedHashMap<String, String>();
      Files.readAllLines(TABLE).stream()
          .filter(line -> line.startsWith("| ") && !line.startsWith("| File"))
          .map(line -> line.split(" *\\| *"))
          .forEach(cells -> expected.put(cells[1], cells[2]));
      return expected;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> files() {
    return FILES.keySet().stream();
  }

  @Test
  void theTableNamesEveryFileAndThereAreManyOfThem() {
    assertThat(EXPECTED.keySet()).containsExactlyElementsOf(FILES.keySet());
    assertThat(FILES).hasSizeGreaterThanOrEqualTo(120);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isJudgedAsTheTableSays(String file) {
    assertThat(judged(FILES.get(file))).isEqualTo(EXPECTED.get(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void hasANameThatHarmsNoDiskAndNoHeader(String file) {
    var name = FileName.of(FILES.get(file).name());

    assertThat(name)
        .isNotBlank()
        .doesNotContainPattern("[/\\\\<>:\"|?*\\p{Cntrl}\\p{Cf}]")
        .doesNotEndWith(".")
        .isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
    assertThat(name.replaceAll("\\..*", "").toLowerCase()).isNotIn("con", "nul", "aux", "com1");
  }

  private static String judged(Corpus.Sent sent) {
    return switch (Examination.of(FileName.of(sent.name()), Bytes.of(sent.bytes().get()))) {
      case Verdict.Taken taken ->
          Stream.concat(
                  Stream.of(taken.kind().name()), taken.flags().stream().map(Flag::name).sorted())
              .collect(Collectors.joining(" "));
      case Verdict.Refused refused -> {
        assertThat(refused.why().in(Words.VIETNAMESE)).isNotBlank();
        yield refused.why().key().substring("evidence.".length());
      }
    };
  }

  /** Prints the table as it is judged now, to be read line by line before it is taken. */
  public static void main(String[] arguments) {
    Corpus.all()
        .forEach((what, sent) -> System.out.println("| " + what + " | " + judged(sent) + " |"));
  }
}
