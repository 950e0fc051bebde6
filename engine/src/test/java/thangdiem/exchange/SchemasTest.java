package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published schemas, by which editors complete and check criteria files, say the same as the
 * reader.
 */
class SchemasTest {

  private static final Path CRITERIA = Given.criteriaFolder();

  private static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(CRITERIA.resolve(name)), InputFormat.JSON);
  }

  private static void assertAccepts(String schema, Path file) throws IOException {
    assertThat(schema(schema).validate(Files.readString(file), InputFormat.YAML))
        .as(file.toString())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hau-giang-ict/2017", "minh-hoa/2025"})
  void acceptEverySetUnitsAndExamplesThatTheReaderAccepts(String set) throws IOException {
    var folder = CRITERIA.resolve(set);
    assertAccepts("criteria-set.schema.json", folder.resolve("criteria.yaml"));
    assertAccepts("units.schema.json", folder.resolve("units.yaml"));
    try (var examples = Files.list(folder.resolve("examples"))) {
      for (var file : examples.toList()) {
        assertAccepts("examples.schema.json", file);
      }
    }
  }

  @Test
  void refuseAMisspeltKeyAndTwoRulesAtOnce() throws IOException {
    var text = Files.readString(CRITERIA.resolve("hau-giang-ict/2017/criteria.yaml"));
    assertThat(
            schema("criteria-set.schema.json")
                .validate(text.replace("earlierMaxPoints", "earlyMaxPoints"), InputFormat.YAML))
        .isNotEmpty();
    assertThat(
            schema("criteria-set.schema.json")
                .validate(
                    text.replace("{yesNo: dbms}", "{yesNo: dbms, formula: 1}"), InputFormat.YAML))
        .isNotEmpty();
  }

  @Test
  void knowTheSameKindsOfRuleAsTheReader() throws IOException {
    var text =
        Files.readString(CRITERIA.resolve("hau-giang-ict/2017/criteria.yaml"))
            .replace("{yesNo: dbms}", "{}");
    var said =
        Given.refused(() -> CriteriaSource.read("c.yaml", text, "u.yaml", "", java.util.Map.of()))
            .getFirst();
    var known =
        new TreeSet<>(Arrays.asList(said.substring(said.lastIndexOf(": ") + 2).split(", ")));
    var json =
        (Json.Object)
            Json.parse("schema", Files.readString(CRITERIA.resolve("criteria-set.schema.json")));
    var rule = (Json.Object) ((Json.Object) json.members().get("$defs")).members().get("rule");
    assertThat(((Json.Object) rule.members().get("properties")).members().keySet())
        .containsExactlyInAnyOrderElementsOf(List.copyOf(known));
  }
}
