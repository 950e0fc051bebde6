package thangdiem.site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import thangdiem.TestDatabase;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Round;
import thangdiem.exchange.Sha256;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Policy;
import thangdiem.scoring.UnitAnswers;

/** Published versions for tests: bundles of the sample, and rows past the rules of publishing. */
public final class GivenPublication {

  private static final Path LAW = Path.of("../criteria/hau-giang-ict/2017");

  private GivenPublication() {}

  /** Decision 1663 as the law of that year. */
  public static CriteriaSource law(int year) {
    return CriteriaSource.read(
        "criteria.yaml",
        read("criteria.yaml").replace("\nyear: 2017", "\nyear: " + year),
        "units.yaml",
        read("units.yaml"),
        Map.of());
  }

  /** What the 32 units of the sample report. */
  public static List<UnitAnswers> sample() {
    return AnswersJson.read(
            "answers.json", read("sample/answers.json"), law(2017).file().set(), Optional.empty())
        .units();
  }

  /** A bundle over those units, and what else stands in it. */
  public static byte[] bundle(int year, List<UnitAnswers> units, Map<String, String> more) {
    return bundle(year, units, Policy.DEFAULT, more);
  }

  static byte[] bundle(int year, List<UnitAnswers> units, Policy policy, Map<String, String> more) {
    var source = law(year);
    var set = source.file().set();
    var round = Round.of(source, new Answers(set.id(), year, "", List.of(), units), policy);
    var out = new ByteArrayOutputStream();
    try {
      Bundle.write(out, round, Bundle.results(round));
      return with(out.toByteArray(), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answers as the bundle's files write them. */
  public static String answers(int year, List<UnitAnswers> units) {
    var out = new ByteArrayOutputStream();
    AnswersJson.write(out, new Answers(law(year).file().set().id(), year, "", List.of(), units));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The same units, one of them changed. */
  public static List<UnitAnswers> changed(
      List<UnitAnswers> units, String code, UnaryOperator<UnitAnswers> how) {
    var changed = new ArrayList<UnitAnswers>();
    units.forEach(unit -> changed.add(unit.unit().equals(code) ? how.apply(unit) : unit));
    return changed;
  }

  private static byte[] with(byte[] bundle, Map<String, String> more) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    more.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** How rows are put past all triggers: a statement with its values. */
  public interface PastTheRules {
    void put(String change, Map<String, ?> values);
  }

  /** Puts a version where the pages read. */
  static void publish(int year, int version, byte[] bundle, OffsetDateTime visibleFrom) {
    publish(TestDatabase::pastTheRules, year, version, bundle, visibleFrom);
  }

  /** Puts a version where the pages read; its round too, where there is none of that year. */
  public static void publish(
      PastTheRules rows, int year, int version, byte[] bundle, OffsetDateTime visibleFrom) {
    var file = law(year).file();
    rows.put(
        """
        insert into round (id, year, name, criteria_id, criteria_yaml, criteria_sha256, policy,
               phase, created_at)
        values (:id, :year, 'Đợt đánh giá năm ' || :year, :criteria, :yaml, :sha256, '',
               'PUBLISHED', now_effective())
        on conflict do nothing
        """,
        Map.of(
            "id",
            UUID.randomUUID(),
            "year",
            year,
            "criteria",
            file.set().id(),
            "yaml",
            file.text(),
            "sha256",
            Sha256.of(file.text())));
    rows.put(
        """
        insert into publication (round, version, decision_number, decision_on, bundle, sha256,
               results_sha256, visible_from, at, by_account)
        select id, :version, '519/QĐ-UBND', date '2018-02-28', :bundle, :sha256, 'x', :from, :from,
               gen_random_uuid()
          from round where year = :year and not rehearsal
        """,
        Map.of(
            "year",
            year,
            "version",
            version,
            "bundle",
            bundle,
            "sha256",
            Sha256.of(bundle),
            "from",
            visibleFrom));
  }

  private static String read(String name) {
    try {
      return Files.readString(LAW.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
