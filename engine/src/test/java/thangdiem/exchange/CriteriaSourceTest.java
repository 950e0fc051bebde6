package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CriteriaSourceTest {

  @Test
  void findsASetByItsFolderUnderCriteriaByItsPathAndBuiltIn() {
    var root = Given.criteriaFolder();
    var byName = CriteriaSource.read("hau-giang-ict/2017", List.of(root));
    var byPath =
        CriteriaSource.read(root.resolve("hau-giang-ict/2017/criteria.yaml").toString(), List.of());
    var builtIn = CriteriaSource.read("hau-giang-ict/2017", List.of());
    assertThat(List.of(byName, byPath, builtIn))
        .extracting(source -> source.file().set().id())
        .containsOnly("hau-giang-ict/2017");
    assertThat(builtIn.file().text()).isEqualTo(byName.file().text());
  }

  @Test
  void namesTheSetsThereAreWhenNoneIsFound() {
    assertThat(
            Given.refused(
                () -> CriteriaSource.read("hau-giang-ict/2018", List.of(Given.criteriaFolder()))))
        .singleElement()
        .asString()
        .contains("hau-giang-ict/2017");
  }

  @Test
  void refusesAFileThatIsNotUtf8(@TempDir Path folder) throws Exception {
    var file = folder.resolve("criteria.yaml");
    Files.write(file, "id: Hậu Giang".getBytes(StandardCharsets.UTF_16));
    assertThat(Given.refused(() -> CriteriaSource.read(file.toString(), List.of())))
        .singleElement()
        .asString()
        .contains("UTF-8");
  }

  @Test
  void writesTheSetAsJsonWithItsExpressionsAsTrees() {
    var out = new ByteArrayOutputStream();
    CriteriaJson.write(out, Given.decision1663().file().set());
    var json = out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", "");
    assertThat(json)
        .contains(
            "\"kind\":\"proportional\",\"ratio\":{\"/\":[{\"fact\":\"computers\"},{\"fact\":\"staff\"}]}")
        .contains(
            "\"holds\":{\">=\":[{\"/\":[{\"fact\":\"outgoing_documents_signed\"},{\"fact\":\"outgoing_documents\"}]},{\"number\":\"4/5\"}]}");
  }
}
