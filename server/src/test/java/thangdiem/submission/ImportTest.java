package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.exchange.CriteriaSource;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundSetup;
import thangdiem.round.Rounds;

/** A clerk takes the answers out as a workbook and brings them back. */
@ServerTest
class ImportTest {

  private static final AtomicInteger YEAR = new AtomicInteger(2700);
  private static final CriteriaSource CRITERIA =
      CriteriaSource.read("hau-giang-ict/2017", List.of());
  private static final Pattern BOX =
      Pattern.compile("<input type=\"checkbox\"[^>]* value=\"(\\w+)=(\\d+)\"([^>]*)>");
  private static final Pattern SENT = Pattern.compile("name=\"sent\" value=\"([^\"]*)\"");

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private OrgUnits units;
  @Autowired private Rounds rounds;
  @Autowired private RoundSetup setup;
  @Autowired private JdbcClient sql;

  private Province.Somebody clerk;
  private Visitor visitor;
  private Round round;
  private String code;
  private String path;

  @BeforeEach
  void aClerkWhoHasAnsweredTwoFacts() {
    clerk = province.somebody(Role.CLERK);
    var unit = units.withId(clerk.unit()).orElseThrow();
    var organiser = province.actor(province.somebody(Role.ORGANISER));
    var draft = rounds.draft(organiser, YEAR.getAndIncrement(), false, CRITERIA);
    setup.setUnits(organiser, draft, List.of(unit));
    rounds.moveTo(organiser, rounds.named(draft.key()), Phase.OPEN);
    round = rounds.named(draft.key());
    code = unit.code();
    path = "/rounds/" + round.key() + "/assessments/" + code;
    visitor = new Visitor(port).signedIn(clerk.login());
    answer("staff", "30");
    answer("computers", "20");
  }

  private void answer(String fact, String value) {
    var saved =
        visitor.post(
            path + "/facts/" + fact,
            Map.of("value", value, "version", String.valueOf(version(fact)), "section", "I"));
    assertThat(saved.statusCode()).isEqualTo(302);
  }

  private Optional<String> stands(String fact) {
    return sql.sql(
            "select value from answer where round = :round and unit = :unit and fact = :fact")
        .param("round", round.id())
        .param("unit", clerk.unit())
        .param("fact", fact)
        .query(String.class)
        .optional();
  }

  private int version(String fact) {
    return sql.sql(
            "select version from answer where round = :round and unit = :unit and fact = :fact")
        .param("round", round.id())
        .param("unit", clerk.unit())
        .param("fact", fact)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private long imports() {
    return sql.sql(
            "select count(*) from ledger_event where kind = 'FACTS_IMPORTED' and unit = :unit")
        .param("unit", clerk.unit())
        .query(Long.class)
        .single();
  }

  private HttpResponse<String> preview(byte[] file) {
    return visitor.upload(path + "/import", "so-lieu.xlsx", file);
  }

  /** A file with the note of a download at this moment, and those facts. */
  private byte[] fileOf(Map<String, String> facts) {
    var note =
        WorkbookVersions.note(
            new Sheet(
                assessment(),
                given(),
                new Notes(
                    Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty())));
    return WorkbookFileTest.workbook(
        code, note, List.copyOf(facts.keySet()), List.copyOf(facts.values()));
  }

  private Assessment assessment() {
    var now = AnySheet.assessment("hau-giang-ict/2017");
    return new Assessment(
        round, now.set(), now.unit(), now.window(), now.reader(), now.roles(), now.now());
  }

  private Map<String, GivenFact> given() {
    var given = new LinkedHashMap<String, GivenFact>();
    for (var fact : List.of("staff", "computers", "computers_internet")) {
      given.put(
          fact,
          new GivenFact(
              Optional.empty(),
              Optional.empty(),
              version(fact),
              Optional.empty(),
              Optional.empty()));
    }
    return given;
  }

  /** The rows of a preview: the fact, with whether its box is ticked. */
  private static Map<String, Boolean> rows(String page) {
    var rows = new LinkedHashMap<String, Boolean>();
    BOX.matcher(page)
        .results()
        .forEach(box -> rows.put(box.group(1), box.group(3).contains("checked")));
    return rows;
  }

  /** Confirms a preview with the boxes of those facts ticked. */
  private HttpResponse<String> confirm(String page, String... facts) {
    var sent = SENT.matcher(page);
    assertThat(sent.find()).isTrue();
    var boxes = new LinkedHashMap<String, String>();
    BOX.matcher(page).results().forEach(box -> boxes.put(box.group(1), box.group(2)));
    var form = new StringBuilder("name=so-lieu.xlsx&sent=" + sent.group(1));
    for (var fact : facts) {
      form.append("&take=").append(fact).append("%3D").append(boxes.get(fact));
    }
    return visitor.postEncoded(path + "/import/confirmed", form.toString());
  }

  @Test
  void differsInNothingRightAfterTheDownload() {
    var page = preview(visitor.download(path + "/workbook.xlsx"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("so-lieu.xlsx: không có gì khác");
    assertThat(rows(page.body())).isEmpty();
  }

  @Test
  void takesWhatIsNewAndWhatIsChangedInOneAct() {
    var file = fileOf(Map.of("staff", "30", "computers", "25", "computers_internet", "24"));
    var page = preview(file).body();
    assertThat(rows(page)).isEqualTo(Map.of("computers", true, "computers_internet", true));
    assertThat(page).contains("Người " + clerk.login());
    var confirmed = confirm(page, "computers", "computers_internet");
    assertThat(confirmed.statusCode()).isEqualTo(302);
    assertThat(stands("computers")).contains("25");
    assertThat(stands("computers_internet")).contains("24");
    assertThat(imports()).isEqualTo(1);
    assertThat(visitor.get(path + "/import?taken=2").body()).contains("Đã lấy 2 dòng");
  }

  @Test
  void takesOnlyTheRowsThatWereTicked() {
    var page = preview(fileOf(Map.of("staff", "31", "computers", "25"))).body();
    confirm(page, "staff");
    assertThat(stands("staff")).contains("31");
    assertThat(stands("computers")).contains("20");
  }

  @Test
  void noticesPerFactWhatSomebodyChangedSinceTheDownload() {
    var file = fileOf(Map.of("staff", "31", "computers", "25"));
    answer("computers", "22");
    var page = preview(file).body();
    assertThat(rows(page)).isEqualTo(Map.of("staff", true, "computers", false));
    assertThat(page).contains("Đã có người sửa sau khi tải tệp");
  }

  @Test
  void doesNotTakeBackWhatWasAnsweredSinceTheDownload() {
    var file = fileOf(Map.of("staff", "30", "computers", "20"));
    answer("computers_internet", "18");
    assertThat(rows(preview(file).body())).isEmpty();
  }

  @Test
  void takesAnEmptiedCellOnlyWhereItIsChosen() {
    var page = preview(fileOf(Map.of("staff", "30"))).body();
    assertThat(rows(page)).isEqualTo(Map.of("computers", false));
    confirm(page, "computers");
    assertThat(stands("computers")).isEmpty();
  }

  @Test
  void overwritesNothingThatChangedBetweenPreviewAndConfirmation() {
    var page = preview(fileOf(Map.of("staff", "31", "computers", "25"))).body();
    answer("computers", "22");
    var confirmed = confirm(page, "staff", "computers");
    assertThat(confirmed.statusCode()).isEqualTo(409);
    assertThat(confirmed.body()).contains("Đã lấy 1 dòng. 1 dòng vừa có người sửa");
    assertThat(rows(confirmed.body())).isEqualTo(Map.of("computers", false));
    assertThat(stands("staff")).contains("31");
    assertThat(stands("computers")).contains("22");
    confirm(confirmed.body(), "computers");
    assertThat(stands("computers")).contains("25");
  }

  @Test
  void leavesNoEventWhereNothingCouldBeTaken() {
    var page = preview(fileOf(Map.of("staff", "30", "computers", "25"))).body();
    answer("computers", "22");
    assertThat(confirm(page, "computers").statusCode()).isEqualTo(409);
    assertThat(imports()).isZero();
  }

  @Test
  void doesNothingASecondTimeWhenTheFormIsSentTwice() {
    var page = preview(fileOf(Map.of("staff", "31", "computers", "20"))).body();
    confirm(page, "staff");
    int version = version("staff");
    confirm(page, "staff");
    assertThat(version("staff")).isEqualTo(version);
    assertThat(imports()).isEqualTo(1);
  }

  @Test
  void ticksNoAnswerThatAFileWithoutTheMarkWouldReplace() {
    var file =
        WorkbookFileTest.workbook(
            code, "", List.of("staff", "computers_internet"), List.of("31", "12"));
    var rows = rows(preview(file).body());
    assertThat(rows)
        .isEqualTo(Map.of("staff", false, "computers", false, "computers_internet", true));
  }

  @Test
  void asksForARowWhereNoneIsTicked() {
    var page = preview(fileOf(Map.of("staff", "31", "computers", "20"))).body();
    var confirmed = confirm(page);
    assertThat(confirmed.statusCode()).isEqualTo(422);
    assertThat(confirmed.body()).contains("Chưa có dòng nào được chọn");
    assertThat(rows(confirmed.body())).containsKey("staff");
  }

  @Test
  void namesWhatIsWrongByCellAndTakesNothing() {
    var page = preview(fileOf(Map.of("staff", "ba mươi")));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains(code + "!B2").contains("Chưa có gì thay đổi");
    assertThat(stands("staff")).contains("30");
  }

  @Test
  void refusesTheFileOfAnotherUnit() {
    var file = WorkbookFileTest.workbook("don-vi-khac", "", List.of("staff"), List.of("31"));
    assertThat(preview(file).statusCode()).isEqualTo(422);
  }

  @Test
  void saysHowLargeAFileMayBe() {
    var page = preview(new byte[WorkbookFile.LARGEST + 1]);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("tệp lớn hơn 1 MB");
  }

  @Test
  void takesNothingOnceTheReportIsSent() {
    var page = preview(fileOf(Map.of("staff", "31", "computers", "20"))).body();
    province.change(
        "update round_unit set submitted_at = now_effective() where round = :round",
        Map.of("round", round.id()));
    assertThat(confirm(page, "staff").statusCode()).isEqualTo(409);
    assertThat(stands("staff")).contains("30");
  }

  // ── What does not apply
  // ───────────────────────────────────────────────────────────────────────────

  private void claim(String criterion) {
    claim(criterion, "không có");
  }

  private void claim(String criterion, String reason) {
    visitor.post(path + "/claims", Map.of("code", criterion, "reason", reason, "section", "I"));
  }

  private void withdraw(String criterion) {
    visitor.post(path + "/claims/withdrawn", Map.of("code", criterion, "section", "I"));
  }

  private List<String> claims() {
    return sql.sql(
            "select code || ': ' || reason from not_applicable_claim where round = :round order by code")
        .param("round", round.id())
        .query(String.class)
        .list();
  }

  /**
   * A file that was taken out while that criterion was claimed, and comes back after it was not.
   */
  private byte[] fileThatClaims(String criterion) {
    claim(criterion);
    var file = visitor.download(path + "/workbook.xlsx");
    withdraw(criterion);
    assertThat(claims()).isEmpty();
    return file;
  }

  private HttpResponse<String> confirmClaims(String page, String rows) {
    var sent = SENT.matcher(page);
    assertThat(sent.find()).isTrue();
    return visitor.postEncoded(
        path + "/import/confirmed", "name=so-lieu.xlsx&sent=" + sent.group(1) + rows);
  }

  @Test
  void takesAClaimOutOfTheFileWithItsReasonOnly() {
    var page = preview(fileThatClaims("I.5")).body();
    assertThat(page).contains("value=\"I.5\" checked", "name=\"reason.I.5\" value=\"không có\"");

    var without = confirmClaims(page, "&claim=I.5&reason.I.5=+");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("1 đề nghị không áp dụng chưa có lý do", "why-I.5-error");
    assertThat(claims()).isEmpty();

    var taken = confirmClaims(page, "&claim=I.5&reason.I.5=ch%C6%B0a+c%C3%B3");
    assertThat(taken.statusCode()).isEqualTo(302);
    assertThat(claims()).containsExactly("I.5: chưa có");
    assertThat(imports()).isEqualTo(1);
  }

  @Test
  void offersTheFilesReasonWhereAnotherStandsAndTakesIt() {
    var file = fileThatClaims("I.5");
    claim("I.5", "đang xây dựng");

    var page = preview(file).body();
    assertThat(page)
        .contains("Đổi lý do không áp dụng", "Đang ghi: đang xây dựng", "value=\"I.5\" checked");

    assertThat(confirmClaims(page, "&claim=I.5&reason.I.5=kh%C3%B4ng+c%C3%B3").statusCode())
        .isEqualTo(302);
    assertThat(claims()).containsExactly("I.5: không có");
  }

  @Test
  void saysNothingOfAClaimThatStandsForTheSameReason() {
    claim("I.5");

    assertThat(preview(visitor.download(path + "/workbook.xlsx")).body())
        .doesNotContain("claim-I.5");
  }

  @Test
  void givesUpAClaimThatTheFileNoLongerHasOnlyWhereItIsChosen() {
    var file = visitor.download(path + "/workbook.xlsx");
    claim("I.5");
    var page = preview(file).body();

    assertThat(confirmClaims(page, "").statusCode()).isEqualTo(422);
    assertThat(claims()).hasSize(1);
    assertThat(confirmClaims(page, "&unclaim=I.5").statusCode()).isEqualTo(302);
    assertThat(claims()).isEmpty();
  }

  @Test
  void claimsNothingThatTheFileDoesNotClaim() {
    var page = preview(fileThatClaims("I.5")).body();
    confirmClaims(page, "&claim=I.4&reason.I.4=x");
    assertThat(claims()).isEmpty();
  }

  /** The points follow the ticks before anything is taken. */
  @Test
  void countsTheRowsThatAreTicked() {
    var page = preview(fileOf(Map.of("staff", "20", "computers", "20"))).body();
    var ticked = SENT.matcher(page);
    assertThat(ticked.find()).isTrue();
    var counted =
        visitor
            .postEncoded(
                path + "/import/effect",
                "name=so-lieu.xlsx&sent=" + ticked.group(1) + "&take=staff%3D" + version("staff"))
            .body();
    var none =
        visitor
            .postEncoded(path + "/import/effect", "name=so-lieu.xlsx&sent=" + ticked.group(1))
            .body();

    assertThat(total(counted)).isNotEqualTo(total(none));
    assertThat(rows(counted)).isEqualTo(Map.of("staff", true));
    assertThat(rows(none)).isEqualTo(Map.of("staff", false));
    assertThat(stands("staff")).contains("30");
  }

  private static String total(String page) {
    var found = Pattern.compile("Nếu lấy các dòng đã chọn: ([\\d,.]+) điểm").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
