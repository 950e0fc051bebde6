package thangdiem.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.criteria.Rational;
import thangdiem.round.GivenRounds;
import thangdiem.round.Round;
import thangdiem.submission.Assessment;
import thangdiem.submission.Assessments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A district asks its communes for figures, adds up what comes in, and takes it over. */
@ServerTest
class CollectionTest {

  private static final String RESOLVED = "dossiers_resolved";
  private static final String ON_TIME = "dossiers_on_time";
  private static final String REGULATION = "security_regulation";

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private Assessments assessments;
  @Autowired private Collections collections;
  @Autowired private JdbcClient sql;

  private Somebody districtClerk;
  private Somebody first;
  private Somebody second;
  private Round round;
  private Visitor district;

  /** A district whose two communes are asked for two counts and a yes or no. */
  @BeforeEach
  void aDistrictAsksItsCommunes() {
    districtClerk = province.somebody(Role.CLERK);
    first = province.somebody(Role.COMMUNE_CLERK, commune("Xã Một"));
    second = province.somebody(Role.COMMUNE_CLERK, commune("Xã Hai"));
    round = rounds.open(districtClerk);
    district = visitor(districtClerk);
    var assessment = assessment();
    collections.set(
        actor(),
        assessment,
        collections.choices(assessment),
        new CollectionForm(
            List.of(RESOLVED, ON_TIME, REGULATION),
            List.of(code(first.unit()), code(second.unit())),
            CollectionForm.proposed(collections.choices(assessment), assessment).due(),
            "Gọi số 123",
            0));
  }

  private UUID commune(String name) {
    return province.commune(districtClerk.unit(), name);
  }

  private Actor actor() {
    return province.actor(districtClerk);
  }

  private Assessment assessment() {
    return assessments.of(actor(), round.key(), code(districtClerk.unit()));
  }

  private Visitor visitor(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private String code(UUID unit) {
    return sql.sql("select code from org_unit where id = ?")
        .param(unit)
        .query(String.class)
        .single();
  }

  private String path() {
    return "/rounds/" + round.key() + "/collections/" + code(districtClerk.unit());
  }

  private String sheet(Somebody commune) {
    return path() + "/sheets/" + code(commune.unit());
  }

  private HttpResponse<String> save(
      Visitor visitor, Somebody commune, String fact, String value, int version) {
    return visitor.postForJson(
        sheet(commune) + "/facts/" + fact,
        Map.of("value", value, "version", String.valueOf(version)));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private void handsIn(Somebody commune, String resolved, String onTime, String regulation) {
    var visitor = visitor(commune);
    save(visitor, commune, RESOLVED, resolved, 0);
    save(visitor, commune, ON_TIME, onTime, 0);
    save(visitor, commune, REGULATION, regulation, 0);
    assertThat(visitor.post(sheet(commune) + "/handed-in", Map.of()).statusCode()).isEqualTo(302);
  }

  private HttpResponse<String> take(String fact, String seen, int version) {
    return district.post(
        path() + "/taken/" + fact, Map.of("seen", seen, "version", String.valueOf(version)));
  }

  private String own(String fact) {
    return sql.sql("select value from answer where round = ? and unit = ? and fact = ?")
        .params(round.id(), districtClerk.unit(), fact)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private HttpResponse<String> setUp(Map<String, String> fields, List<String> asked) {
    var some = new LinkedHashMap<>(fields);
    some.put("asked", String.join(",", asked));
    return district.post(path() + "/setup", some);
  }

  /** 1 of 2 and 90 of 100: the mean of the ratios is 70 %, the ratio of the sums 91 of 102. */
  @Test
  void theRatioIsThatOfTheSumsAndNotTheMeanOfTheRatios() {
    handsIn(first, "2", "1", "yes");
    handsIn(second, "100", "90", "yes");

    take(RESOLVED, "102", 0);
    take(ON_TIME, "91", 0);

    var ratio = Rational.of(own(ON_TIME)).dividedBy(Rational.of(own(RESOLVED)));
    var mean = Rational.of(1, 2).plus(Rational.of(90, 100)).dividedBy(Rational.of(2));
    assertThat(ratio).isEqualTo(Rational.of(91, 102)).isNotEqualTo(mean);
    assertThat(
            district
                .get(
                    "/rounds/"
                        + round.key()
                        + "/assessments/"
                        + code(districtClerk.unit())
                        + "/sections/II")
                .body())
        .contains("91 hồ sơ / 102 hồ sơ");
  }

  @Test
  void theSumIsSaidInWordsWithItsTerms() {
    handsIn(first, "1.200", "1", "yes");
    handsIn(second, "231", "90", "no");

    assertThat(district.get(path()).body())
        .contains("Σ 2 nơi: 1.200 + 231 = 1.431")
        .contains("1 trên 2 nơi có; tất cả đều phải có: Không");
  }

  @Test
  void whoIsMissingStandsFirstAndCountsAsNothing() {
    handsIn(first, "2", "1", "yes");

    var page = district.get(path()).body();
    var list = page.substring(page.indexOf("id=\"ai\""));

    assertThat(page).contains("Còn 1 trên 2 phiếu chưa nộp đủ").contains("không tính là 0");
    assertThat(list.indexOf("Xã Hai")).isLessThan(list.indexOf("Xã Một"));
    assertThat(take(REGULATION, "Có", 0).statusCode()).isEqualTo(302);
    assertThat(own(REGULATION)).as("nobody who answered says no").isEqualTo("true");
  }

  @Test
  void aValueTakenOverSaysInTheLedgerWhereItComesFrom() {
    handsIn(first, "2", "1", "yes");

    take(RESOLVED, "2", 0);

    assertThat(
            sql.sql("select payload from ledger_event where kind = 'FACT_ANSWERED' and unit = ?")
                .param(districtClerk.unit())
                .query(String.class)
                .single())
        .contains("\"collectedFrom\":\"1\"")
        .contains("\"collectedMissing\":\"1\"");
  }

  @Test
  void aSumOrAnOwnAnswerThatHasChangedSinceItWasSeenIsNotTaken() {
    handsIn(first, "2", "1", "yes");
    handsIn(second, "3", "1", "yes");

    assertThat(take(RESOLVED, "2", 0).statusCode()).isEqualTo(409);
    assertThat(own(RESOLVED)).isEmpty();
    take(RESOLVED, "5", 0);
    save(visitor(second), second, RESOLVED, "4", version(second, RESOLVED));

    assertThat(take(RESOLVED, "6", 0).statusCode()).isEqualTo(409);
    assertThat(own(RESOLVED)).isEqualTo("5");
  }

  private int version(Somebody commune, String fact) {
    return sql.sql("select version from collection_answer where asked = ? and fact = ?")
        .params(commune.unit(), fact)
        .query(Integer.class)
        .single();
  }

  @Test
  void aCommuneClerkReachesTheirOwnSheetAlone() {
    var clerk = visitor(first);

    assertThat(clerk.get("/").headers().firstValue("Location").orElseThrow()).endsWith("/sheets");
    assertThat(clerk.get("/sheets").body()).contains(sheet(first)).doesNotContain(sheet(second));
    assertThat(clerk.get(sheet(first)).statusCode()).isEqualTo(200);
    assertThat(clerk.get(sheet(second)).statusCode()).isEqualTo(404);
    assertThat(save(clerk, second, RESOLVED, "9", 0).statusCode()).isEqualTo(404);
    assertThat(clerk.post(sheet(second) + "/handed-in", Map.of()).statusCode()).isEqualTo(404);
    assertThat(clerk.get(path()).statusCode()).isEqualTo(403);
    assertThat(take(clerk)).isEqualTo(403);
  }

  private int take(Visitor visitor) {
    return visitor
        .post(path() + "/taken/" + RESOLVED, Map.of("seen", "2", "version", "0"))
        .statusCode();
  }

  @Test
  void anotherUnitsClerkSeesNeitherTableNorSheets() {
    var stranger = visitor(province.somebody(Role.CLERK));

    assertThat(stranger.get(path()).statusCode()).isEqualTo(404);
    assertThat(stranger.get(sheet(first)).statusCode()).isEqualTo(404);
  }

  @Test
  void whoeverComesSecondSeesBothValues() {
    save(visitor(first), first, RESOLVED, "66", 0);

    var answer = save(district, first, RESOLVED, "64", 0);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).get("shown").stringValue()).isEqualTo("66");
    assertThat(json(answer).get("by").stringValue()).isEqualTo("Người " + first.login());
  }

  @Test
  void aBrowserWithoutScriptGetsTheSheetAgainWithWhatWasTyped() {
    var clerk = visitor(first);
    var to = sheet(first) + "/facts/" + RESOLVED;

    var asked = clerk.post(to, Map.of("value", "mười", "version", "0"));
    var kept = clerk.post(to, Map.of("value", "10", "version", "0"));

    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("value=\"mười\"");
    assertThat(kept.statusCode()).isEqualTo(302);
  }

  @Test
  void aSheetIsHandedInWholeAndKeptWhole() {
    var clerk = visitor(first);
    save(clerk, first, RESOLVED, "2", 0);

    assertThat(clerk.post(sheet(first) + "/handed-in", Map.of()).statusCode()).isEqualTo(409);
    handsIn(first, "2", "1", "yes");
    assertThat(save(clerk, first, RESOLVED, "", version(first, RESOLVED)).statusCode())
        .isEqualTo(409);
  }

  @Test
  void whatIsMendedAfterHandingInIsShownToTheDistrict() {
    handsIn(first, "2", "1", "yes");

    save(visitor(first), first, RESOLVED, "3", version(first, RESOLVED));

    assertThat(district.get(path()).body())
        .contains("Tổng số hồ sơ đã giải quyết: <span class=\"num\">2</span> → <b class=\"num\">3")
        .contains("Người " + first.login());
    assertThat(
            sql.sql(
                    """
                    select payload from ledger_event
                     where kind = 'SHEET_FACT_ANSWERED' and unit = ? order by at desc limit 1
                    """)
                .param(first.unit())
                .query(String.class)
                .single())
        .contains("\"was\":\"2\"");
  }

  @Test
  void whatIsTypedBeforeHandingInIsNoCorrection() {
    save(visitor(first), first, RESOLVED, "2", 0);
    save(visitor(first), first, RESOLVED, "3", version(first, RESOLVED));

    assertThat(district.get(path()).body()).contains("Chưa có số nào được sửa sau khi nộp");
  }

  @Test
  void nothingChangesOnceTheDistrictHasSentItsReport() {
    handsIn(first, "2", "1", "yes");
    rounds.send(round, districtClerk);

    assertThat(save(visitor(first), first, RESOLVED, "3", version(first, RESOLVED)).statusCode())
        .isEqualTo(409);
    assertThat(take(RESOLVED, "2", 0).statusCode()).isEqualTo(409);
    assertThat(visitor(first).get(sheet(first)).body()).contains("đã gửi báo cáo");
    assertThatThrownBy(() ->
            rounds.act(
                "update collection_answer set value = '3' where asked = :asked",
                Map.of("asked", first.unit())))
        .as("the database itself refuses")
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void onlyWhatIsBelowTheUnitIsAsked() {
    var stranger = province.agency("Sở khác");

    var answer =
        setUp(
            Map.of("version", "1", "fact", RESOLVED, "due", "31/02/2017", "note", ""),
            List.of(code(stranger)));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .as("everything wrong is said at once")
        .contains("Hãy chọn ít nhất một nơi")
        .contains("31/02/2017")
        .contains("không phải là ngày");
    assertThatThrownBy(() ->
            rounds.act(
                "insert into collection_sheet (round, unit, asked) values (:round, :unit, :asked)",
                Map.of("round", round.id(), "unit", districtClerk.unit(), "asked", stranger)))
        .as("the database itself refuses")
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void whoeverHasAnsweredIsNotLeftOutAnyMore() {
    handsIn(first, "2", "1", "yes");
    var due = CollectionForm.proposed(collections.choices(assessment()), assessment()).due();

    var answer =
        setUp(
            Map.of("version", "1", "fact", RESOLVED, "due", due, "note", ""),
            List.of(code(second.unit())));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Xã Một");
    assertThat(district.get(path()).body()).contains("Xã Một");
  }

  @Test
  void whoIsRemindedReadsItOnTheirSheet() {
    assertThat(district.post(path() + "/reminders", Map.of()).statusCode()).isEqualTo(302);

    assertThat(visitor(first).get(sheet(first)).body()).contains("nhắc nộp phiếu lúc");
  }

  @Test
  void theTableIsAWorkbookToo() {
    handsIn(first, "2", "1", "yes");

    var file = district.download(path() + "/table.xlsx");

    assertThat(new String(file, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    assertThat(file.length).isGreaterThan(2_000);
  }

  @Test
  void proposesTheFiguresThatRatiosAreMadeOf() {
    var proposed = CollectionForm.proposed(collections.choices(assessment()), assessment());

    assertThat(proposed.facts())
        .contains("staff", "computers", RESOLVED, ON_TIME)
        .doesNotContain(REGULATION, "plan_issued_on");
    assertThat(proposed.asked())
        .contains(code(districtClerk.unit()), code(first.unit()), code(second.unit()));
  }
}
