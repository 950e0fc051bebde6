package thangdiem.comparison;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Bundle;
import thangdiem.round.Participation;
import thangdiem.scoring.Answers;
import thangdiem.site.PublishedEditions;
import tools.jackson.databind.json.JsonMapper;

/** Everything of a published result that concerns one unit, as files (tệp của riêng đơn vị). */
@Component
class OwnFiles {

  private static final List<String> COLUMNS =
      List.of("claimed.json", "verified.json", "answers.json");
  private static final List<String> LISTS = List.of("findings.json", "evidence.json");

  private final Comparisons comparisons;
  private final PublishedEditions editions;

  OwnFiles(Comparisons comparisons, PublishedEditions editions) {
    this.comparisons = comparisons;
    this.editions = editions;
  }

  byte[] of(Participation part) {
    var round = part.round();
    var unit = part.unit().code();
    var edition = comparisons.edition(round);
    var files = Bundle.files("bundle.zip", editions.bundle(edition.published()));
    var set = edition.set();
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var name : COLUMNS) {
        var all = AnswersJson.read(name, text(file(files, name)), set, Optional.empty());
        var own = new ByteArrayOutputStream();
        AnswersJson.write(
            own,
            new Answers(
                all.criteria(),
                all.year(),
                all.note(),
                all.notHeld(),
                all.units().stream().filter(one -> one.unit().equals(unit)).toList()));
        put(zip, name, own.toByteArray());
      }
      for (var name : LISTS) {
        var rows =
            JsonMapper.shared()
                .readTree(text(file(files, name)))
                .valueStream()
                .filter(row -> row.path("unit").asString("").equals(unit))
                .toList();
        put(
            zip,
            name,
            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(rows));
      }
      put(zip, "publication.json", file(files, "publication.json"));
      put(zip, "decision.pdf", file(files, "decision.pdf"));
      if (files.containsKey("decision-signed.pdf")) {
        put(zip, "decision-signed.pdf", file(files, "decision-signed.pdf"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return Optional.ofNullable(files.get(name)).orElseThrow();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
