package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import thangdiem.Installation;
import thangdiem.Visitor;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/** What the values were at a moment, told from the ledger alone. */
class LedgerValuesTest {

  private static final OffsetDateTime LATER = OffsetDateTime.parse("2029-12-12T10:00:00+07:00");

  private static Installation installation;
  private static LivedIn province;

  @BeforeAll
  static void aProvinceLivedInIsThere() {
    installation = Installation.fresh();
    province = new LivedIn(installation);
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  /** "kind: which: column = value", as people read it. */
  private static List<String> values(OffsetDateTime at, String table) {
    return installation
        .bean(LedgerValues.class)
        .at(at, table, "", installation.bean(RowNames.class).now())
        .rows()
        .stream()
        .flatMap(row ->
            row.values().stream()
                .map(value ->
                    row.line().which(Words.VIETNAMESE)
                        + ": "
                        + value.line().column(Words.VIETNAMESE)
                        + " = "
                        + value.line().value(Words.VIETNAMESE)))
        .toList();
  }

  private static OffsetDateTime now() {
    return installation.superuser().queryForObject("select now_effective()", OffsetDateTime.class);
  }

  @Test
  void tellsWhatWasNeverChangedSinceItWasPutIn() {
    assertThat(values(LATER, "answer")).anyMatch(said -> said.endsWith("so-5: giá trị = 5"));
    assertThat(values(LATER, "org_unit")).anyMatch(said -> said.contains("tên = Sở Văn hoá"));
    assertThat(values(LATER, "calendar_day"))
        .anyMatch(said -> said.contains("01/05/2017: tên = Quốc tế Lao động"));
    assertThat(values(LATER, "account_role"))
        .anyMatch(said -> said.startsWith("Người clerk") && said.contains("Sở Y tế"));
    assertThat(values(LATER, "round"))
        .anyMatch(said -> said.endsWith("giai đoạn = Đang tự đánh giá"));
  }

  @Test
  void tellsTheLastValueBeforeTheMoment() {
    province.act(
        "update answer set value = '41' where round = :round and unit = :unit and fact = 'so-9'");
    var between = now();
    province.act(
        "update answer set value = '42' where round = :round and unit = :unit and fact = 'so-9'");

    assertThat(values(between, "answer")).anyMatch(said -> said.endsWith("so-9: giá trị = 41"));
    assertThat(values(LATER, "answer")).anyMatch(said -> said.endsWith("so-9: giá trị = 42"));
  }

  @Test
  void knowsWhatWasNotThereYetAndWhatIsNoLonger() {
    var before = now();
    province.act(
        "insert into answer (round, unit, fact, value, at) values (:round, :unit, 'moi', '1',"
            + " now())");
    var there = now();

    assertThat(values(before, "answer")).noneMatch(said -> said.contains("· moi:"));
    assertThat(values(there, "answer")).anyMatch(said -> said.endsWith("moi: giá trị = 1"));
    assertThat(values(OffsetDateTime.parse("2001-01-01T00:00:00Z"), "")).isEmpty();
  }

  @Test
  void agreesWithTheTablesAtPresent() {
    var found = installation.bean(LedgerValues.class).at(LATER, "round_unit", "", Map.of());
    assertThat(found.rows())
        .hasSize(
            installation
                .superuser()
                .queryForObject("select count(*) from round_unit", Integer.class));
    assertThat(province.verdict().differences()).isEmpty();
  }

  @Test
  void showsThemOnAPage() {
    var auditor = new Visitor(installation.port()).signedIn(province.auditor.login());
    var page =
        auditor.get(
            "/ledger/values?table=round_extension&at="
                + VietnamTime.show(LATER).replace(" ", "%20"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Gia hạn", "máy chủ hỏng", "01/01/2038 00:00", "12/STTTT");
    assertThat(auditor.get("/ledger/values?at=32/13/2017").body())
        .contains("không phải một thời điểm");
  }

  @Test
  void findsAnEventAndSaysItInWords() {
    var auditor = new Visitor(installation.port()).signedIn(province.auditor.login());
    var page = auditor.get("/ledger?kind=EXTENSION_GRANTED&unit=&text=12/STTTT").body();

    assertThat(page)
        .contains(Words.VIETNAMESE.say("act.EXTENSION_GRANTED"), "đến lúc", "máy chủ hỏng");
    assertThat(page).doesNotContain("until_instant", "by_account", "round_extension");
    assertThat(auditor.get("/ledger?text=kh%C3%B4ng%20c%C3%B3%20g%C3%AC").body())
        .contains("Không có sự kiện nào như vậy");
  }
}
