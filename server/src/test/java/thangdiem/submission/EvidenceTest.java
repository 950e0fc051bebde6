package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Papers;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.evidence.Citation.About;
import thangdiem.evidence.Citation.Of;
import thangdiem.evidence.Evidence;
import thangdiem.evidence.EvidenceItem;
import thangdiem.exchange.Sha256;
import thangdiem.round.GivenRounds;
import thangdiem.round.Round;

/**
 * A unit attaches documents: kept by their hash, cited, given back as they were, frozen when sent.
 */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class EvidenceTest {

  private static final String REPORT = "Báo cáo 2017.pdf";

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private Evidence evidence;
  @Autowired private JdbcClient sql;

  private Somebody clerk;
  private Round round;
  private Visitor visitor;

  @BeforeEach
  void aClerkInAnOpenRound() {
    clerk = province.somebody(Role.CLERK);
    round = rounds.open(clerk);
    visitor = new Visitor(port).signedIn(clerk.login());
  }

  private String place() {
    return place(clerk);
  }

  private String place(Somebody of) {
    return "/rounds/" + round.key() + "/assessments/" + code(of) + "/evidence";
  }

  private String code(Somebody of) {
    return sql.sql("select code from org_unit where id = ?")
        .param(of.unit())
        .query(String.class)
        .single();
  }

  private UUID attached(byte[] file) {
    assertThat(visitor.upload(place() + "?about=FACT:staff&pages=1", REPORT, file).statusCode())
        .isEqualTo(302);
    return only();
  }

  private UUID only() {
    var items = evidence.of(round.id(), clerk.unit());
    return items.getFirst().id();
  }

  @Test
  void aDocumentIsListedBesideItsFactAndGivenBackAsItWas() {
    var file = Papers.ofOnePage("nguyen ven");

    var id = attached(file);

    assertThat(visitor.get(place()).body())
        .contains(REPORT, "Số cán bộ, công chức, viên chức", "trang 1");
    assertThat(visitor.download("/evidence/" + id + "/file")).isEqualTo(file);
    assertThat(evidence.counts(round.id(), clerk.unit()))
        .isEqualTo(Map.of(new About(Of.FACT, "staff"), 1));
  }

  @Test
  void aDocumentIsGivenAsSomethingToKeepAndRunsNothing() {
    var answer = visitor.get("/evidence/" + attached(Papers.ofOnePage("de luu")) + "/file");

    assertThat(answer.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment")
        .contains("2017.pdf");
    assertThat(answer.headers().firstValue("content-security-policy"))
        .hasValue("sandbox; default-src 'none'");
    assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("cross-origin-resource-policy")).hasValue("same-origin");
  }

  @Test
  void bytesThatChangedInTheDatabaseAreNotGivenOutAndAnAlarmIsLogged(CapturedOutput log) {
    var random = new Random(7);
    var file = Papers.ofOnePage("bi sua");
    var id = attached(file);
    var hash = Sha256.of(file);
    for (int i = 0; i < 200; i++) {
      int at = random.nextInt(file.length);
      var damaged = Arrays.copyOf(file, file.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      put(hash, damaged);

      assertThat(visitor.get("/evidence/" + id + "/file").statusCode())
          .as("byte %d flipped", at)
          .isEqualTo(409);
    }
    assertThat(log).contains("ALARM").contains(id.toString());
    put(hash, file);
    assertThat(visitor.download("/evidence/" + id + "/file")).isEqualTo(file);
  }

  /** As somebody with the database in their hands. */
  private void put(String hash, byte[] bytes) {
    TestDatabase.pastTheRules(
        "update evidence_chunk set bytes = :bytes where sha256 = :hash and number = 0",
        Map.of("bytes", bytes, "hash", hash));
  }

  @Test
  void theSameBytesStandInTheDatabaseOnceWhoeverAttachesThem() {
    var other = province.somebody(Role.CLERK);
    round = rounds.open(clerk, other);
    var file = Papers.ofOnePage("mot lan " + round.key());
    attached(file);
    new Visitor(port).signedIn(other.login()).upload(place(other), "khac ten.pdf", file);

    assertThat(chunks(file)).isEqualTo(1);
    visitor.post("/evidence/" + only() + "/withdrawn", Map.of());
    assertThat(chunks(file)).as("still evidence of the other unit").isEqualTo(1);
    var theirs = evidence.of(round.id(), other.unit()).getFirst().id();
    new Visitor(port).signedIn(other.login()).post("/evidence/" + theirs + "/withdrawn", Map.of());
    assertThat(chunks(file)).as("nobody's any more").isZero();
  }

  private int chunks(byte[] file) {
    return sql.sql("select count(*) from evidence_chunk where sha256 = ?")
        .param(Sha256.of(file))
        .query(Integer.class)
        .single();
  }

  @Test
  void thatAnotherUnitHasTheSameDocumentIsToldToThoseWhoCompareAndNotToRivals() {
    var other = province.somebody(Role.CLERK);
    round = rounds.open(clerk, other);
    var file = Papers.ofOnePage("trung nhau " + round.key());
    attached(file);
    var rival = new Visitor(port).signedIn(other.login());
    rival.upload(place(other), "cua-toi.pdf", file);

    assertThat(rival.get(place(other)).body()).doesNotContain("Trùng từng byte");
    for (var role : List.of(Role.ORGANISER, Role.VERIFIER, Role.AUDITOR)) {
      assertThat(
              new Visitor(port).signedIn(province.somebody(role).login()).get(place(other)).body())
          .as(role.name())
          .contains("Trùng từng byte", REPORT);
    }
  }

  /** A plan scanned twice has other bytes, and is the same plan. */
  @Test
  void thatAnotherUnitHasADocumentOfTheSameNumberAndDateIsToldToThoseWhoCompare() {
    var other = province.somebody(Role.CLERK);
    round = rounds.open(clerk, other);
    var mine = attached(Papers.ofOnePage("quet mot " + round.key()));
    var rival = new Visitor(port).signedIn(other.login());
    rival.upload(place(other), "quet-hai.pdf", Papers.ofOnePage("quet hai " + round.key()));
    var theirs = evidence.of(round.id(), other.unit()).getFirst().id();
    visitor.post("/evidence/" + mine, described("45/KH-SYT"));
    rival.post("/evidence/" + theirs, described("45 / kh-syt"));

    var verifier = new Visitor(port).signedIn(province.somebody(Role.VERIFIER).login());
    assertThat(verifier.get(place(other)).body())
        .contains("Cùng số, ngày ban hành", REPORT)
        .doesNotContain("Trùng từng byte");
    assertThat(verifier.get("/evidence/" + mine).body()).contains("quet-hai.pdf");
    assertThat(rival.get("/evidence/" + theirs).body()).doesNotContain("Cùng số");
  }

  private static Map<String, String> described(String number) {
    return Map.of(
        "version",
        "1",
        "number",
        number,
        "issuer",
        "Sở Y tế",
        "issuedOn",
        "06/11/2017",
        "subject",
        "Kế hoạch");
  }

  @Test
  void evidenceOfAnotherUnitDoesNotExistForItsRivals() {
    var id = attached(Papers.ofOnePage("rieng"));
    var rival = new Visitor(port).signedIn(province.somebody(Role.HEAD).login());

    assertThat(rival.get(place()).statusCode()).isEqualTo(404);
    assertThat(rival.get("/evidence/" + id).statusCode()).isEqualTo(404);
    assertThat(rival.get("/evidence/" + id + "/file").statusCode()).isEqualTo(404);
    assertThat(rival.post("/evidence/" + id + "/withdrawn", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void whatADocumentSaysOfItselfIsKeptAndADayOutsideThePeriodIsNoticed() {
    var id = attached(Papers.ofOnePage("ngay"));
    visitor.post(
        "/evidence/" + id,
        Map.of(
            "version", "1",
            "number", "12/BC-STP",
            "issuer", "Sở Tư pháp",
            "issuedOn", "05/03/2016",
            "subject", "Báo cáo ứng dụng CNTT"));

    assertThat(visitor.get(place()).body())
        .contains("Báo cáo ứng dụng CNTT", "12/BC-STP", "ngoài kỳ số liệu");
    assertThat(
            visitor
                .post("/evidence/" + id, Map.of("version", "2", "issuedOn", "31/02/2017"))
                .body())
        .contains("Ngày ghi như 05/03/2017", "31/02/2017");
  }

  @Test
  void aDocumentIsMarkedAsNotForPublicationWithAReasonThatTheVerifierReads() {
    var id = attached(Papers.ofOnePage("khong cong bo"));
    var mark = "/evidence/" + id + "/confidential";

    var without = visitor.post(mark, Map.of("version", "1", "kept", "true", "because", " "));
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Ghi lý do không công bố.");
    visitor.post(mark, Map.of("version", "1", "kept", "true", "because", "Có tên người bệnh"));
    visitor.upload(place() + "?replaces=" + id, "ban-2.pdf", Papers.ofOnePage("ban 2 khong"));

    var verifier = new Visitor(port).signedIn(province.somebody(Role.VERIFIER).login());
    var newer = evidence.of(round.id(), clerk.unit()).stream().filter(EvidenceItem::current);
    assertThat(verifier.get("/evidence/" + id).body())
        .contains("Không công bố: Có tên người bệnh")
        .doesNotContain("Cho công bố trở lại");
    assertThat(newer)
        .allMatch(item -> item.confidential().equals(Optional.of("Có tên người bệnh")));

    visitor.post(mark, Map.of("version", "2"));
    assertThat(evidence.item(id).confidential()).isEmpty();
    rounds.send(round, clerk);
    assertThat(
            visitor.post(mark, Map.of("version", "3", "kept", "true", "because", "x")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void ofTwoWhoDescribeADocumentAtOnceTheSecondIsTold() {
    var id = attached(Papers.ofOnePage("hai nguoi"));
    visitor.post("/evidence/" + id, Map.of("version", "1", "number", "1/BC"));

    var late = visitor.post("/evidence/" + id, Map.of("version", "1", "number", "2/BC"));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(evidence.item(id).description().number()).isEqualTo("1/BC");
  }

  @Test
  void oneDocumentProvesManyThingsEachOnItsPages() {
    var id = attached(Papers.ofOnePage("nhieu"));
    visitor.post(
        "/evidence/" + id + "/citations", Map.of("about", "CRITERION:I.1", "pages", "3-5,8"));
    assertThat(visitor.get("/evidence/" + id).body()).contains("trang 3–5, 8");

    visitor.post("/evidence/" + id + "/citations/removed", Map.of("about", "FACT:staff"));
    assertThat(evidence.item(id).citations())
        .extracting(citation -> citation.about().typed())
        .containsExactly("CRITERION:I.1");
    assertThat(
            visitor
                .post("/evidence/" + id + "/citations", Map.of("about", "FACT:khong-co"))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void aNewerVersionProvesWhatTheOlderOneDidAndTheOlderOneCanStillBeRead() {
    var older = attached(Papers.ofOnePage("ban 1"));
    visitor.upload(place() + "?replaces=" + older, "ban-2.pdf", Papers.ofOnePage("ban 2"));

    var newer =
        evidence.of(round.id(), clerk.unit()).stream()
            .filter(item -> item.current())
            .findFirst()
            .orElseThrow();
    assertThat(newer.replaces()).hasValue(older);
    assertThat(newer.citations()).extracting(one -> one.about().code()).containsExactly("staff");
    assertThat(visitor.get("/evidence/" + newer.id()).body()).contains("/evidence/" + older);
    assertThat(visitor.get("/evidence/" + older).body()).contains("Đây là bản cũ");
  }

  @Test
  void whatIsNotTakenIsSaidBesideTheFileWithWhatToDo() {
    var answer = visitor.upload(place(), "virus.pdf", "<html><script>".getBytes());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Lưu hoặc in thành PDF");
    assertThat(evidence.of(round.id(), clerk.unit())).isEmpty();
  }

  @Test
  void evidenceIsFrozenOnceTheReportIsSentByThePagesAndByTheDatabase() {
    var id = attached(Papers.ofOnePage("da gui"));
    rounds.send(round, clerk);

    assertThat(visitor.upload(place(), REPORT, Papers.ofOnePage("muon")).statusCode())
        .isEqualTo(409);
    assertThat(visitor.post("/evidence/" + id + "/withdrawn", Map.of()).statusCode())
        .isEqualTo(409);
    for (var change :
        List.of(
            "update evidence_item set withdrawn_at = now_effective(), withdrawn_by = by_account"
                + " where id = :id",
            "update evidence_item set subject = 'khác' where id = :id",
            "delete from evidence_citation where item = :id",
            "insert into evidence_citation values (:id, 'FACT', 'computers', '')",
            "delete from evidence_chunk where sha256 ="
                + " (select sha256 from evidence_item where id = :id)")) {
      assertThatThrownBy(() -> sql.sql(change).param("id", id).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    assertThat(visitor.get("/evidence/" + id + "/file").statusCode()).isEqualTo(200);
  }

  @Test
  void bytesAreNeverOverwrittenEvenBeforeTheReportIsSent() {
    var file = Papers.ofOnePage("khong de");
    attached(file);

    assertThatThrownBy(() ->
            sql.sql("update evidence_chunk set bytes = '\\x00' where sha256 = ?")
                .param(Sha256.of(file))
                .update())
        .isInstanceOf(DataAccessException.class);
  }
}
