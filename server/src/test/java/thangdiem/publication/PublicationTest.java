package thangdiem.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import thangdiem.Papers;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.Visitor;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.council.GivenCouncil;
import thangdiem.council.GivenCouncil.Sitting;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.Sha256;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/** What the council adopted becomes public by its decision, as one file, and stays. */
@ServerTest
class PublicationTest {

  private static final int MOVED = 302;
  private static final int REFUSED = 409;
  private static final int ASKED_AGAIN = 422;
  private static final Pattern APPROVE = Pattern.compile("action=\"([^\"]+/approved)\"");
  private static final String SIGNED = "?number=519%2FQ%C4%90-UBND&on=01%2F01%2F2018";

  @LocalServerPort private int port;
  @TempDir private Path folder;

  @Autowired private GivenCouncil given;
  @Autowired private Province province;
  @Autowired private Rounds rounds;
  @Autowired private Publications publications;
  @Autowired private JdbcClient sql;

  private Visitor as(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private Visitor organiser() {
    return as(province.somebody(Role.ORGANISER));
  }

  private static String page(Sitting sitting) {
    return "/rounds/" + sitting.round().key() + "/publication";
  }

  private static Map<String, String> decree(String visibleFrom) {
    return Map.of("number", "519/QĐ-UBND", "on", "01/01/2018", "visibleFrom", visibleFrom);
  }

  /** The role of the public pages, which can read what is published and nothing else. */
  private static JdbcClient pages() {
    var access = TestDatabase.database().access();
    return JdbcClient.create(
        new DriverManagerDataSource(
            access.url(), access.pages().user(), access.pages().password()));
  }

  private static List<Integer> seen(Sitting sitting) {
    return pages()
        .sql("select version from published where key = :key")
        .param("key", sitting.round().key())
        .query(Integer.class)
        .list();
  }

  @Test
  void becomesPublicUnderTheNumberOfItsDecisionInOneTransactionWithItsEvent() {
    var sitting = given.adopted();

    assertThat(organiser().post(page(sitting), decree("")).statusCode()).isEqualTo(MOVED);

    var round = rounds.named(sitting.round().key());
    var version = publications.of(round).getFirst();
    assertThat(round.phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(version.decisionNumber()).isEqualTo("519/QĐ-UBND");
    assertThat(version.visible()).isTrue();
    assertThat(seen(sitting)).containsExactly(1);
    assertThat(
            sql.sql(
                    """
                    select count(*) from ledger_event
                     where kind = 'ROUND_PUBLISHED' and payload like '%' || :sha256 || '%'
                    """)
                .param("sha256", version.sha256())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void isABundleFromWhichEverythingFollows() {
    var sitting = given.adopted();
    organiser().post(page(sitting), decree(""));
    var round = rounds.named(sitting.round().key());

    var bundle = publications.bundle(round, 1);

    assertThat(Bundle.verify("bundle.zip", bundle).differences()).isEmpty();
    assertThat(Sha256.of(bundle)).isEqualTo(publications.of(round).getFirst().sha256());
    assertThat(Bundle.files("bundle.zip", bundle).keySet())
        .contains(
            "claimed.json",
            "verified.json",
            "answers.json",
            "findings.json",
            "evidence.json",
            "robustness.json",
            "publication.json",
            "decision.pdf",
            "ledger/leaves.txt",
            "ledger/checkpoint.txt",
            "ledger/events.jsonl",
            "SIGNATURE.txt");
  }

  @Test
  void isAcceptedByTheSecondVerifierWhichNamesAFactThatIsChangedInIt() throws Exception {
    var sitting = given.adopted();
    organiser().post(page(sitting), decree(""));
    var bundle = publications.bundle(rounds.named(sitting.round().key()), 1);
    var whole = Files.write(folder.resolve("whole.zip"), bundle);
    var files = new LinkedHashMap<>(Bundle.files("bundle.zip", bundle));
    files.computeIfPresent("answers.json", (_, json) -> anotherFact(json));
    var changed = Files.write(folder.resolve("changed.zip"), zipped(files));

    assertThat(secondVerifier(whole)).contains(": ĐẠT.").doesNotContain("KHÔNG ĐẠT");
    assertThat(secondVerifier(changed)).contains(": KHÔNG ĐẠT", "answers.json");
    assertThat(Bundle.verify("bundle.zip", Files.readAllBytes(changed)).differences())
        .anyMatch(difference -> difference.arguments().contains("answers.json"));
  }

  @Test
  void takesTheSignedDecisionAlongWhichEverybodyCanDownloadAndBothVerifiersAccept()
      throws Exception {
    var sitting = given.adopted();
    var scan = Papers.ofOnePage("quyet dinh da ky");
    organiser().upload(page(sitting) + SIGNED, "Quyết định 519.pdf", scan);
    var round = rounds.named(sitting.round().key());

    var bundle = publications.bundle(round, 1);
    var files = Bundle.files("bundle.zip", bundle);
    var site = "/published/" + round.key() + "/1/vi/";
    var visitor = new Visitor(port);

    assertThat(files).containsEntry("decision-signed.pdf", scan);
    assertThat(new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8))
        .contains(Sha256.of(scan) + "  decision-signed.pdf\n");
    assertThat(Bundle.verify("bundle.zip", bundle).differences()).isEmpty();
    assertThat(secondVerifier(Files.write(folder.resolve("signed.zip"), bundle)))
        .contains(": ĐẠT.")
        .doesNotContain("KHÔNG ĐẠT");
    assertThat(visitor.get(site + "data").body()).contains(site + "decision-signed.pdf");
    assertThat(visitor.download(site + "decision-signed.pdf")).isEqualTo(scan);
  }

  @ParameterizedTest
  @CsvSource({"quyet-dinh.pdf, không phải PDF", "quyet-dinh.png, PNG", "quyet-dinh.pdf, kịch bản"})
  void takesNoSignedDecisionThatIsNoPlainPdf(String name, String what) throws Exception {
    var sitting = given.adopted();
    var file =
        switch (what) {
          case "PNG" -> picture();
          case "kịch bản" ->
              Papers.pdf("1.4", "<< /Type /Catalog /OpenAction << /S /JavaScript /JS (x) >> >>");
          default -> "<html>".getBytes(StandardCharsets.UTF_8);
        };

    var answer = organiser().upload(page(sitting) + SIGNED, name, file);

    assertThat(answer.statusCode()).as(what).isEqualTo(ASKED_AGAIN);
    assertThat(answer.body()).contains("id=\"file-error\"", "value=\"519/QĐ-UBND\"");
    assertThat(rounds.named(sitting.round().key()).phase()).isEqualTo(Phase.ADOPTED);
  }

  private static byte[] picture() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  @Test
  void offersNoSignedDecisionWhereNoneWasRecorded() {
    var sitting = given.adopted();
    organiser().post(page(sitting), decree(""));
    var site = "/published/" + sitting.round().key() + "/1/vi/";
    var visitor = new Visitor(port);

    assertThat(visitor.get(site + "data").body()).doesNotContain("decision-signed.pdf");
    assertThat(visitor.get(site + "decision-signed.pdf").statusCode()).isEqualTo(404);
  }

  private static byte[] anotherFact(byte[] json) {
    var text = new String(json, StandardCharsets.UTF_8);
    return text.replaceFirst("\"staff\": (\\d+)", "\"staff\": 1$1")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zipped(Map<String, byte[]> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  private static String secondVerifier(Path bundle) throws IOException {
    var python =
        new ProcessBuilder("python3", "-B", "../verifier/kiemchung.py", bundle.toString())
            .redirectErrorStream(true);
    python.environment().put("PYTHONIOENCODING", "utf-8");
    return new String(python.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Five points are taken off the second unit after the first version was published. */
  private void deduct(Sitting sitting) {
    var page = "/rounds/" + sitting.round().key() + "/corrections";
    var fields =
        Map.of(
            "unit", code(sitting.clerks().get(1)),
            "code", "late-report",
            "newOccasion", "report",
            "points", "5",
            "ground", "COUNTED_OTHERWISE",
            "words", "Theo kết luận thanh tra.",
            "document", "21/QĐ-HĐ",
            "documentOn", "20/02/2018");
    assertThat(as(sitting.first()).post(page, fields).statusCode()).isEqualTo(MOVED);
    var approve = APPROVE.matcher(as(sitting.chair()).get(page).body());
    assertThat(approve.find()).isTrue();
    for (var somebody : List.of(sitting.chair(), sitting.secretary())) {
      assertThat(as(somebody).post(approve.group(1), Map.of()).statusCode()).isEqualTo(MOVED);
    }
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  @Test
  void tellsOfACorrectedDeductionInTheNextVersionAndBothVerifiersAcceptBoth() throws Exception {
    var sitting = given.adopted();
    organiser().post(page(sitting), decree(""));
    deduct(sitting);
    assertThat(organiser().post(page(sitting), decree("")).statusCode()).isEqualTo(MOVED);
    var round = rounds.named(sitting.round().key());
    var first = publications.bundle(round, 1);
    var second = publications.bundle(round, 2);
    var files = Bundle.files("2.zip", second);
    var unit = "/published/%s/%s/vi/units/" + code(sitting.clerks().get(1));
    var reader = new Visitor(port);

    assertThat(text(Bundle.files("1.zip", first), "answers.json")).doesNotContain("21/QĐ-HĐ");
    assertThat(text(files, "answers.json")).contains("21/QĐ-HĐ");
    assertThat(text(files, "publication.json")).contains("late-report", "21/QĐ-HĐ");
    assertThat(reader.get(unit.formatted(round.key(), 1)).body()).doesNotContain("21/QĐ-HĐ");
    assertThat(reader.get(unit.formatted(round.key(), 2)).body()).contains("21/QĐ-HĐ", "5,00");
    for (var bundle : List.of(first, second)) {
      assertThat(Bundle.verify("bundle.zip", bundle).differences()).isEmpty();
      assertThat(secondVerifier(Files.write(folder.resolve("bundle.zip"), bundle)))
          .contains(": ĐẠT.")
          .doesNotContain("KHÔNG ĐẠT");
    }
  }

  @Test
  void tellsNoNameAndNobodysOwnWords() {
    var sitting = given.adopted();
    organiser().post(page(sitting), decree(""));

    var bundle = publications.bundle(rounds.named(sitting.round().key()), 1);

    var texts =
        Bundle.files("bundle.zip", bundle).entrySet().stream()
            .filter(file -> !file.getKey().endsWith(".pdf"))
            .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
            .toList();
    var secret =
        Stream.concat(
                sitting.all().stream().map(Somebody::login),
                Stream.of("Đếm lại theo biên bản kiểm tra", "xem lại số máy tính"))
            .toList();
    assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain(secret));
  }

  @Test
  void tellsOfADocumentThatIsNotForPublicationNoMoreThanItsHash() {
    var shown = new Attached("14/BC-SYT", "Bao cao duoc cong bo", "12");
    var kept = new Attached("77/BC-MAT", "Bao cao khong cong bo", "8471");
    var sitting =
        given.adopted((round, clerk) -> {
          attach(round, clerk, shown);
          var id = attach(round, clerk, kept);
          var answer =
              as(clerk)
                  .post(
                      "/evidence/" + id + "/confidential",
                      Map.of("version", "2", "kept", "true", "because", "Co ten nguoi benh"));
          assertThat(answer.statusCode()).isEqualTo(MOVED);
        });
    organiser().post(page(sitting), decree(""));
    var round = rounds.named(sitting.round().key());

    var files = Bundle.files("bundle.zip", publications.bundle(round, 1));
    var site = "/published/" + round.key() + "/1/vi/units/" + code(sitting.clerks().getFirst());
    var page = new Visitor(port).get(site).body();
    var secret = List.of(kept.number(), kept.subject(), "Co ten nguoi benh");
    var told = new String(files.get("evidence.json"), StandardCharsets.UTF_8);

    assertThat(told)
        .contains(shown.number(), shown.subject(), shown.pages(), Sha256.of(kept.file(round)))
        .doesNotContainPattern("\"pages\" : \"\",[^}]*bytes")
        .doesNotContain("\"" + kept.pages() + "\"");
    assertThat(files.values())
        .allSatisfy(
            bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain(secret));
    assertThat(page).contains(shown.subject()).doesNotContain(secret);
  }

  private record Attached(String number, String subject, String pages) {

    byte[] file(Round round) {
      return Papers.ofOnePage(number + " " + round.key());
    }
  }

  private String attach(Round round, Somebody clerk, Attached document) {
    var visitor = as(clerk);
    var evidence = "/rounds/" + round.key() + "/assessments/" + code(clerk) + "/evidence";
    visitor.upload(
        evidence + "?about=FACT:staff&pages=" + document.pages(), "tep.pdf", document.file(round));
    var id =
        sql.sql("select id::text from evidence_item where round = ? and unit = ? and number = ''")
            .params(round.id(), clerk.unit())
            .query(String.class)
            .single();
    var said = Map.of("version", "1", "number", document.number(), "subject", document.subject());
    assertThat(visitor.post("/evidence/" + id, said).statusCode()).isEqualTo(MOVED);
    return id;
  }

  private String code(Somebody clerk) {
    return sql.sql("select code from org_unit where id = ?")
        .param(clerk.unit())
        .query(String.class)
        .single();
  }

  @ParameterizedTest
  @CsvSource({"32, 10000", "500, 10000", "501, 9980", "2000, 2500"})
  void measuresRanksByAsManyDrawsAsAVerifierRepeats(int units, int draws) {
    assertThat(PublicFiles.draws(units)).isEqualTo(draws);
    assertThat((long) draws * units).isLessThanOrEqualTo(5_000_000);
  }

  @Test
  void isNotKnownOutsideBeforeItsHour() {
    var sitting = given.adopted();

    organiser().post(page(sitting), decree("01/01/2090 08:00"));

    var round = rounds.named(sitting.round().key());
    assertThat(round.phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(publications.of(round).getFirst().visible()).isFalse();
    assertThat(seen(sitting)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"publication", "adoption", "round", "answer", "account", "ledger_event"})
  void itsReadersReachNothingButWhatIsPublished(String table) {
    assertThatThrownBy(
            () -> pages().sql("select count(*) from " + table).query(Long.class).single())
        .hasStackTraceContaining("permission denied");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''            | 01/01/2018 | ''
          519/QĐ-UBND   | ''         | ''
          519/QĐ-UBND   | 01/01/2090 | ''
          519/QĐ-UBND   | 31/02/2018 | ''
          519/QĐ-UBND   | 01/01/2018 | 01/01/2018 08:00
          519/QĐ-UBND   | 01/01/2018 | mai
          """)
  void asksAgainForWhatIsNoDecision(String number, String on, String visibleFrom) {
    var sitting = given.adopted();

    var answer =
        organiser()
            .post(page(sitting), Map.of("number", number, "on", on, "visibleFrom", visibleFrom));

    assertThat(answer.statusCode()).isEqualTo(ASKED_AGAIN);
    assertThat(answer.body()).contains("aria-invalid");
    assertThat(rounds.named(sitting.round().key()).phase()).isEqualTo(Phase.ADOPTED);
  }

  @Test
  void happensOnceForEachVersionAndOnlyAfterTheCouncil() {
    var before = given.voted();
    var sitting = given.adopted();

    assertThat(organiser().post(page(before), decree("")).statusCode()).isEqualTo(REFUSED);
    assertThat(organiser().post(page(sitting), decree("")).statusCode()).isEqualTo(MOVED);
    assertThat(organiser().post(page(sitting), decree("")).statusCode()).isEqualTo(REFUSED);
    assertThat(seen(sitting)).containsExactly(1);
  }

  @Test
  void isNoStepThatAnOrganiserTakesWithoutADecision() {
    var sitting = given.adopted();
    var organiser = province.actor(province.somebody(Role.ORGANISER));

    assertThatThrownBy(() -> rounds.moveTo(organiser, sitting.round(), Phase.PUBLISHED))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() ->
            sql.sql("update round set phase = 'PUBLISHED' where id = :round")
                .param("round", sitting.round().id())
                .update())
        .hasStackTraceContaining("a round is published by its decision");
  }

  @Test
  void neverChanges() {
    for (var change :
        List.of("update publication set decision_on = '2018-01-01'", "delete from publication")) {
      assertThatThrownBy(() -> sql.sql(change).update())
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void isDraftedAsAnOfficialDocumentWithTheRankingAsAnnexes() {
    var sitting = given.adopted();
    var round = rounds.named(sitting.round().key());

    var draft = publications.decision(round, publications.ready(round), java.util.Optional.empty());
    var signed =
        publications.decision(
            round,
            publications.ready(round),
            java.util.Optional.of(
                new Decree("519/QĐ-UBND", LocalDate.of(2018, 2, 28), rounds.now())));

    assertThat(draft.head().number()).isEqualTo("Số: ……/QĐ-UBND");
    assertThat(signed.head().number()).isEqualTo("Số: 519/QĐ-UBND");
    assertThat(signed.head().placeAndDate()).endsWith("ngày 28 tháng 02 năm 2018");
    assertThat(signed.annexes()).hasSize(1 + rounds.criteria(round).scoredSections().size());
    assertThat(new String(signed.pdf(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
  }
}
