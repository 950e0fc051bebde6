package thangdiem.orgunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;
import thangdiem.words.Words;

@ServerTest
class UnitHistoryTest {

  private static final int YEAR_OF_THE_ROUND = 1999; // in which no other test has one

  @Autowired private Province province;
  @Autowired private OrgUnits orgUnits;
  @Autowired private Acts acts;
  @Autowired private JdbcClient sql;
  @LocalServerPort private int port;
  private UnitsOfATest units;
  private Visitor organiser;

  @BeforeEach
  void hasAnOrganiser() {
    organiser = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());
    units = new UnitsOfATest(orgUnits, acts, sql);
  }

  private int rename(OrgUnit unit, String name, String since) {
    var form = units.form(unit);
    form.putAll(
        Map.of("name", name, "officialName", name, "since", since, "document", "933/NQ-UBTVQH13"));
    return organiser.post("/units/" + unit.code() + "/name", form).statusCode();
  }

  private String listOf(String day, String words) {
    return organiser
        .get("/units?day=" + day + "&words=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
        .body();
  }

  private int end(OrgUnit unit, String day, String... more) {
    var form = new HashMap<>(Map.of("day", day, "document", "202/2025/QH15"));
    form.put("version", Integer.toString(units.now(unit).version()));
    for (var field : more) {
      form.put(field, "true");
    }
    return organiser.post("/units/" + unit.code() + "/end", form).statusCode();
  }

  private String merge(OrgUnit successor, String day, OrgUnit... merged) {
    var query =
        java.util.stream.Stream.of(merged)
            .map(unit -> "predecessor=" + unit.code())
            .collect(java.util.stream.Collectors.joining("&"));
    var answer =
        organiser.post(
            "/units/" + successor.code() + "/merge?" + query,
            Map.of("day", day, "document", "202/2025/QH15"));
    return answer.statusCode() + answer.body();
  }

  @Test
  void showsForEveryDayTheNameThatWasBorneThen() {
    var unit = units.agency("Phòng Bưu chính Viễn thông cũ");
    assertThat(rename(unit, "Phòng Thông tin Truyền thông giữa", "01/01/2008")).isEqualTo(302);
    assertThat(rename(unit, "Phòng Khoa học Công nghệ mới", "01/03/2025")).isEqualTo(302);

    var code = unit.code();
    assertThat(listOf("31/12/2007", code)).contains("Phòng Bưu chính Viễn thông cũ</a>");
    assertThat(listOf("01/01/2008", code)).contains("Phòng Thông tin Truyền thông giữa</a>");
    assertThat(listOf("28/02/2025", code)).contains("Phòng Thông tin Truyền thông giữa</a>");
    assertThat(listOf("01/03/2025", code)).contains("Phòng Khoa học Công nghệ mới</a>");
    assertThat(listOf("", "phong buu chinh vien thong cu"))
        .contains("Phòng Khoa học Công nghệ mới</a>");
    assertThat(organiser.get("/units/" + code).body())
        .contains("Đổi tên từ «Phòng Bưu chính Viễn thông cũ» thành «Phòng Thông tin")
        .contains("theo 933/NQ-UBTVQH13");
    assertThat(units.events(Act.UNIT_RENAMED, unit))
        .hasSize(2)
        .first()
        .asString()
        .contains(
            "\"name\":\"Phòng Thông tin Truyền thông giữa\"",
            "\"name.before\":\"Phòng Bưu chính Viễn thông cũ\"",
            "\"since\":\"2008-01-01\"",
            "\"document\":\"933/NQ-UBTVQH13\"");
  }

  @ParameterizedTest
  @CsvSource({
    "31/12/2007, trước khi tên thứ hai bắt đầu",
    "01/01/2008, ngày tên thứ hai bắt đầu",
    "01/01/1999, trước khi đơn vị có",
    "01/01/2000, ngày đơn vị bắt đầu",
    "01/01/2999, ngày chưa đến",
    "30/02/2024, ngày không có",
    "'', không có ngày"
  })
  void refusesANameFromADayOnWhichItCannotBegin(String day, String why) {
    var unit = units.agency("Sở Thời Gian");
    units.beginning(unit, "2000-01-01");
    rename(unit, "Sở Thời Gian hai", "01/01/2008");

    assertThat(rename(unit, "Sở Thời Gian ba", day)).as(why).isEqualTo(422);
    assertThat(units.now(unit).name()).isEqualTo("Sở Thời Gian hai");
  }

  @Test
  void showsForEveryDayWhatAUnitStoodBelowThen() {
    var first = units.agency("UBND huyện Trước Kia");
    var second = units.agency("UBND thành phố Sau Này");
    var commune = units.commune(first, "Xã Chuyển Đi");
    var form = units.form(commune);
    form.putAll(Map.of("parent", "ubnd thanh pho sau nay", "since", "01/02/2020"));
    form.put("document", "890/NQ-UBTVQH14");

    assertThat(organiser.post("/units/" + commune.code() + "/parent", form).statusCode())
        .isEqualTo(302);

    assertThat(below(first, "31/01/2020")).contains("Xã Chuyển Đi</a>");
    assertThat(below(first, "01/02/2020")).doesNotContain("Xã Chuyển Đi</a>");
    assertThat(below(second, "31/01/2020")).doesNotContain("Xã Chuyển Đi</a>");
    assertThat(below(second, "01/02/2020")).contains("Xã Chuyển Đi</a>");
  }

  private String below(OrgUnit unit, String day) {
    return organiser.get("/units?below=" + unit.code() + "&day=" + day).body();
  }

  @Test
  void endsAUnitWithoutDeletingIt() {
    var unit = units.agency("Ban Chấm Dứt");

    assertThat(end(unit, "01/07/2025")).isEqualTo(302);

    assertThat(units.now(unit).validTo()).hasValue(LocalDate.of(2025, 6, 30));
    assertThat(listOf("30/06/2025", unit.code())).contains("Ban Chấm Dứt</a>");
    assertThat(listOf("01/07/2025", unit.code()).split("class=\"fold\"", 2)[0])
        .doesNotContain("Ban Chấm Dứt</a>");
    assertThat(organiser.get("/units/" + unit.code()).body())
        .contains("Chấm dứt từ 01/07/2025")
        .contains("theo 202/2025/QH15");
    assertThat(end(unit, "01/08/2025")).isEqualTo(422);
    assertThat(units.events(Act.UNIT_ENDED, unit))
        .singleElement()
        .asString()
        .contains("30/06/2025");
  }

  @Test
  void refusesAnEndBeforeTheBeginningOrBeforeAFormerNameEnds() {
    var unit = units.agency("Sở Còn Sớm");
    units.beginning(unit, "2010-05-01");
    assertThat(end(unit, "01/05/2010")).isEqualTo(422);
    rename(unit, "Sở Còn Sớm hai", "01/01/2015");
    assertThat(end(unit, "01/01/2015")).isEqualTo(422);
    assertThat(units.now(unit).validTo()).isEmpty();

    var form = units.form(unit);
    form.put("to", "30/04/2010");
    var answer = organiser.post("/units/" + unit.code() + "/change", form);
    assertThat(answer.body()).contains("Ngày cuối 30/04/2010 trước ngày đầu 01/05/2010");
    assertThat(end(unit, "02/01/2015")).isEqualTo(302);
  }

  @Test
  void endsEverythingBelowOnlyWhereThatIsWanted() {
    var kept = units.agency("UBND huyện Còn Xã");
    var stays = units.commune(kept, "Xã Ở Lại");
    var gone = units.agency("UBND huyện Hết Xã");
    var goes = units.commune(gone, "Xã Cùng Hết");

    end(kept, "01/07/2025");
    end(gone, "01/07/2025", "withBelow");

    assertThat(units.now(stays).validTo()).isEmpty();
    assertThat(units.now(goes).validTo()).hasValue(LocalDate.of(2025, 6, 30));
    assertThat(units.events(Act.UNIT_ENDED, goes)).hasSize(1);
    assertThat(listOf("01/07/2025", stays.code())).contains("Xã Ở Lại</a>");
  }

  /** Nghị quyết 933/NQ-UBTVQH13: the old district became a town and a new, provisional district. */
  @Test
  void tellsHowLongMyWasSplitAndRenamed() {
    var old = units.agency("UBND huyện Long Mỹ (cũ)");
    var town = units.agency("UBND thị xã Long Mỹ (thử)");
    var district = units.agency("UBND lâm thời huyện Long Mỹ (thử)");

    assertThat(merge(town, "15/05/2015", old)).startsWith("302");
    assertThat(merge(district, "15/05/2015", old)).startsWith("302");
    assertThat(rename(district, "UBND huyện Long Mỹ (thử)", "01/07/2016")).isEqualTo(302);

    assertThat(units.now(old).validTo()).hasValue(LocalDate.of(2015, 5, 14));
    assertThat(organiser.get("/units/" + old.code()).body())
        .contains("Sáp nhập vào UBND thị xã Long Mỹ (thử)")
        .contains("Sáp nhập vào UBND huyện Long Mỹ (thử)");
    assertThat(organiser.get("/units/" + district.code()).body())
        .contains("Tiếp nhận UBND huyện Long Mỹ (cũ)")
        .contains("UBND lâm thời huyện Long Mỹ (thử)");
    assertThat(listOf("30/06/2016", district.code()))
        .contains("UBND lâm thời huyện Long Mỹ (thử)</a>")
        .contains("nay là UBND huyện Long Mỹ (thử)");
  }

  /** 01/07/2025: no districts any more, and fewer, larger communes directly below the province. */
  @Test
  void tellsHowDistrictsEndedAndCommunesWereMerged() {
    var district = units.agency("UBND huyện Vị Thủy (thử)");
    var binh = units.commune(district, "Xã Vị Bình (thử)");
    var dong = units.commune(district, "Xã Vị Đông (thử)");
    var thanh = units.commune(district, "Xã Vị Thanh (thử)");
    var answer =
        organiser.post(
            "/units",
            Map.of(
                "name", "Xã Vị Thanh 1 (thử)",
                "code", UnitsOfATest.code("xa"),
                "kind", "commune",
                "parent", "tinh",
                "from", "01/07/2025"));
    var code = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    var merged = orgUnits.named(code);

    assertThat(merge(merged, "01/07/2025", binh, dong, thanh)).startsWith("302");
    assertThat(end(district, "01/07/2025")).isEqualTo(302);

    for (var day : List.of("30/06/2025", "01/07/2025")) {
      boolean before = day.equals("30/06/2025");
      var list = organiser.get("/units?order=NAME&words=%28th%E1%BB%AD%29&day=" + day).body();
      var living = list.split("class=\"fold\"", 2)[0];
      assertThat(living.contains("UBND huyện Vị Thủy (thử)</a>")).as(day).isEqualTo(before);
      assertThat(living.contains("Xã Vị Bình (thử)</a>")).as(day).isEqualTo(before);
      assertThat(living.contains("Xã Vị Thanh 1 (thử)</a>")).as(day).isEqualTo(!before);
    }
    for (var commune : List.of(binh, dong, thanh)) {
      assertThat(units.events(Act.UNIT_ENDED, commune))
          .singleElement()
          .asString()
          .contains("\"successor\":\"" + code + "\"", "\"to\":\"30/06/2025\"");
    }
    assertThat(organiser.get("/units/" + code).body())
        .contains("Tiếp nhận Xã Vị Bình (thử)", "Tiếp nhận Xã Vị Đông (thử)");
  }

  @Test
  void refusesMergesThatCannotBe() {
    var one = units.agency("Sở Một Gộp");
    var two = units.agency("Sở Hai Gộp");
    var three = units.agency("Sở Ba Gộp");

    assertThat(merge(one, "01/03/2025", one)).startsWith("422").contains("vào chính mình");
    assertThat(merge(one, "01/03/2025")).startsWith("422").contains("Ghi ít nhất một đơn vị");
    assertThat(merge(two, "01/03/2025", one)).startsWith("302");
    assertThat(merge(two, "01/03/2025", one)).startsWith("422").contains("đã sáp nhập vào");
    assertThat(merge(one, "01/02/2025", two))
        .startsWith("422")
        .contains("không thể sáp nhập ngược");
    assertThat(merge(three, "01/09/2025", one)).startsWith("422").contains("đã chấm dứt sau");
    assertThat(merge(one, "01/09/2025", three)).startsWith("422").contains("không hoạt động vào");
    assertThat(units.now(three).validTo()).isEmpty();
  }

  @Test
  void asksForTheCodeWhereANameMeansSeveralUnits() {
    var above = units.agency("UBND huyện Trùng Tên");
    var one = units.commune(above, "Xã Trùng Tên");
    var other = units.commune(units.agency("UBND huyện Trùng Tên khác"), "Xã Trùng Tên");
    var answer =
        organiser.post(
            "/units/" + above.code() + "/merge?predecessor=xa+trung+ten",
            Map.of("day", "01/07/2025", "document", "1"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(one.code()).contains(other.code());
  }

  @Test
  void keepsAnOpenRoundAsItWasFrozen() {
    var unit = units.agency("Sở Trong Đợt");
    var round = java.util.UUID.randomUUID();
    units.changed(
        """
        insert into round (id, year, rehearsal, name, criteria_id, criteria_yaml, criteria_sha256,
               policy, phase, created_at)
        values (?, ?, true, 'Đợt thử đóng băng', 'x', '', '', '', 'DRAFT', now())
        """,
        round,
        YEAR_OF_THE_ROUND);
    units.changed(
        """
        insert into round_unit (round, unit, code, name, ranking_group, ordinal)
        values (?, ?, 'x', 'Sở Trong Đợt', 'department', 1)
        """,
        round,
        unit.id());
    units.changed(
        "insert into round_instant (round, milestone, at) values (?, 'DEADLINE', now())", round);
    units.changed("update round set phase = 'OPEN', opened_at = now() where id = ?", round);

    rename(unit, "Sở Đã Đổi Tên", "01/03/2025");

    assertThat(organiser.get("/units/" + unit.code()).body())
        .contains(
            "Đợt thử đóng băng đang dùng tên và nhóm của đơn vị như lúc mở đợt: «Sở Trong Đợt»");
    assertThat(
            sql.sql("select name from round_unit where round = :round")
                .param("round", round)
                .query(String.class)
                .single())
        .isEqualTo("Sở Trong Đợt");
    for (var phase : List.of("VERIFYING", "EXPLAINING", "COUNCIL")) {
      units.changed("update round set phase = ? where id = ?", phase, round);
    }
  }

  @Test
  void writesDaysAsPeopleDo() {
    assertThat(Typed.day("1/7/2025").map(Words::date)).hasValue("01/07/2025");
    assertThat(Typed.day("29/02/2025")).isEmpty();
  }
}
