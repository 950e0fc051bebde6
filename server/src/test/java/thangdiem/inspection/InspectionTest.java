package thangdiem.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thangdiem.inspection.GivenInspection.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.document.LayoutFaults;
import thangdiem.round.GivenRounds;

/** Inspection from the draw to the minutes, over HTTP and by direct SQL (kiểm tra trực tiếp). */
@ServerTest
class InspectionTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private GivenInspection given;
  @Autowired private JdbcClient sql;

  private Visitor signedIn(Province.Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private List<String> drawn(GivenInspection.People people) {
    return sql.sql(
            """
            select part.code from inspection_candidate one
              join round_unit part on part.round = one.round and part.unit = one.unit
             where one.drawn is not null
               and one.draw = (select id from inspection_draw where round = :round
                                order by at desc limit 1)
             order by one.drawn
            """)
        .param("round", people.round().id())
        .query(String.class)
        .list();
  }

  @Test
  void aDrawIsRecordedWithItsSeedAndCanBeDoneAgain() {
    var people = given.begun();
    var organiser = signedIn(people.organiser());
    var draws = "/rounds/" + people.round().key() + "/inspections/draws";

    assertThat(organiser.post(draws, Map.of("size", "1", "seed", "20171208")).statusCode())
        .isEqualTo(302);
    var first = drawn(people);
    organiser.post(draws, Map.of("size", "1", "seed", "20171208"));

    assertThat(drawn(people)).isEqualTo(first).containsExactly(people.unit());
    var page = organiser.get("/rounds/" + people.round().key() + "/inspections").body();
    assertThat(page).contains("20171208", "Có điểm nhưng không có minh chứng");
    assertThat(organiser.post(draws, Map.of("size", "0")).statusCode()).isEqualTo(422);
    organiser.post(draws, Map.of("size", "1"));
    assertThat(
            sql.sql(
                    "select seed from inspection_draw where round = :round order by at desc limit 1")
                .param("round", people.round().id())
                .query(String.class)
                .single())
        .as("one of ours where none was given")
        .matches("[0-9a-f]{32}");
  }

  @Test
  void peopleDecideAndSayWhy() {
    var people = given.begun();
    var organiser = signedIn(people.organiser());

    assertThat(
            organiser
                .post(people.path() + "/choices", Map.of("chosen", "true", "reason", "OTHER"))
                .statusCode())
        .isEqualTo(422);
    assertThat(organiser.postEncoded(people.path() + "/plan", GivenInspection.plan(people)))
        .extracting(answer -> answer.statusCode())
        .as("nobody has decided it")
        .isEqualTo(409);
    organiser.post(
        people.path() + "/choices",
        Map.of("chosen", "true", "reason", "OTHER", "words", "Nghi ngờ số máy"));
    organiser.post(
        people.path() + "/choices",
        Map.of("chosen", "false", "reason", "NOBODY_FREE", "words", "Thiếu người"));

    assertThat(organiser.get("/rounds/" + people.round().key() + "/inspections").body())
        .contains("Nghi ngờ số máy", "Thiếu người");
    assertThat(organiser.postEncoded(people.path() + "/plan", GivenInspection.plan(people)))
        .extracting(answer -> answer.statusCode())
        .isEqualTo(409);
  }

  @Test
  void whoBelongsToTheUnitIsNeitherOfferedNorTaken() {
    var people = given.begun();
    var organiser = signedIn(people.organiser());
    var own = province.somebody(Role.INSPECTOR, people.clerk().unit());
    organiser.post(
        people.path() + "/choices", Map.of("chosen", "true", "reason", "OTHER", "words", "xem"));

    var form = organiser.get(people.path() + "/plan").body();
    assertThat(form)
        .contains(people.inspector().account().toString())
        .doesNotContain(own.account().toString());
    var forged =
        GivenInspection.plan(people)
            .replace("member=" + people.other().account().toString(), "member=" + own.account());
    assertThat(organiser.postEncoded(people.path() + "/plan", forged).statusCode()).isEqualTo(422);
    given.planned(port);
    assertThat(organiser.postEncoded(people.path() + "/plan", GivenInspection.plan(people)))
        .extracting(answer -> answer.statusCode())
        .isEqualTo(302);
    assertThatThrownBy(() ->
            rounds.act(
                """
                insert into inspection_member (round, unit, version, account, post)
                values (:round, :unit, 1, :account, 'MEMBER')
                """,
                Map.of(
                    "round", people.round().id(),
                    "unit", people.clerk().unit(),
                    "account", own.account())))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("nobody judges the unit they belong to");

    var chooses = province.somebody(Role.ORGANISER, people.clerk().unit());
    assertThat(
            signedIn(chooses)
                .post(
                    people.path() + "/choices",
                    Map.of("chosen", "false", "reason", "OTHER", "words", "thôi"))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void onlyTheTeamNotesSomething() {
    var people = given.planned(port);
    var stranger = province.somebody(Role.INSPECTOR, province.agency("Sở Nội vụ"));

    assertThat(
            signedIn(stranger)
                .post(
                    people.path() + "/entries",
                    entry(UUID.randomUUID(), "measured:computers", 0, "98"))
                .statusCode())
        .isEqualTo(409);
    assertThatThrownBy(() -> directly(people, stranger))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("only the team");
    assertThat(directly(people, people.inspector())).isOne();
  }

  private int directly(GivenInspection.People people, Province.Somebody by) {
    return rounds.act(
        """
        insert into inspection_entry (id, round, unit, field, version, value, noted_at, at, by_account)
        values (gen_random_uuid(), :round, :unit, 'findings', 1, 'x', now_effective(), now_effective(), :by)
        """,
        Map.of("round", people.round().id(), "unit", people.clerk().unit(), "by", by.account()));
  }

  @Test
  void aChangeArrivesOnceAndNobodyOverwritesWhatTheyHaveNotSeen() {
    var people = given.planned(port);
    var phone = signedIn(people.inspector());
    var desk = signedIn(people.other());
    var id = UUID.randomUUID();
    var first = entry(id, "measured:computers", 0, "98");

    assertThat(phone.postForJson(people.path() + "/entries", first).body())
        .isEqualTo("{\"version\":1}");
    assertThat(phone.postForJson(people.path() + "/entries", first).body())
        .as("sent again, because the answer was lost")
        .isEqualTo("{\"version\":1}");
    var late =
        desk.postForJson(
            people.path() + "/entries", entry(UUID.randomUUID(), "measured:computers", 0, "90"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("\"value\":\"98\"", "\"version\":1");
    var page =
        desk.post(
            people.path() + "/entries", entry(UUID.randomUUID(), "measured:computers", 0, "90"));
    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body()).contains("“98”", "“90”", "name=\"base\" value=\"1\"");
    assertThat(
            desk.postForJson(
                    people.path() + "/entries",
                    entry(UUID.randomUUID(), "measured:computers", 1, "90"))
                .body())
        .isEqualTo("{\"version\":2}");
    assertThat(
            phone
                .postForJson(
                    people.path() + "/entries",
                    entry(UUID.randomUUID(), "measured:computers", 2, "nhiều"))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            sql.sql("select count(*) from inspection_entry where round = :round")
                .param("round", people.round().id())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  private static String hash(Visitor phone, GivenInspection.People people) {
    var visits = phone.get("/inspect/visits").body();
    assertThat(visits).contains(people.path());
    var text = new StringBuilder();
    var entries = new java.util.TreeMap<String, String>();
    var found =
        Pattern.compile("\"([\\w:]+)\":\\{\"version\":\\d+,\"value\":\"([^\"]*)\"}")
            .matcher(visits);
    while (found.find()) {
      entries.put(found.group(1), found.group(2));
    }
    entries.forEach(
        (field, value) -> text.append(field).append('\u001f').append(value).append('\n'));
    Pattern.compile("\"id\":\"([0-9a-f-]{36})\"[^}]*\"sha256\":\"([0-9a-f]{64})\"")
        .matcher(visits)
        .results()
        .map(photo -> "photo:" + photo.group(1) + '\u001f' + photo.group(2))
        .sorted()
        .forEach(photo -> text.append(photo).append('\n'));
    return thangdiem.exchange.Sha256.of(text.toString());
  }

  private static Map<String, String> signature(String side, String name, String sha256) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("id", UUID.randomUUID().toString());
    fields.put("side", side);
    fields.put("name", name);
    fields.put("post", "Giám đốc");
    fields.put("strokes", "10,10 200,150 400,20");
    fields.put("sha256", sha256);
    return fields;
  }

  @Test
  void bothSidesSignAndTheMinutesComeOutAndStay() throws Exception {
    var people = given.planned(port);
    var phone = signedIn(people.inspector());
    for (var one :
        Map.of(
                "measured:computers", "98",
                "remark:computers", "12 máy hỏng",
                "began", "08 giờ 30",
                "present", "Nguyễn Thị Ngọc Ánh, Giám đốc",
                "ended", "11 giờ 15")
            .entrySet()) {
      phone.postForJson(
          people.path() + "/entries", entry(UUID.randomUUID(), one.getKey(), 0, one.getValue()));
    }
    assertThat(phone.postForJson(people.path() + "/closed", Map.of()).statusCode())
        .as("nobody has signed")
        .isEqualTo(409);
    assertThat(
            phone
                .postForJson(people.path() + "/signatures", signature("TEAM", "Khánh", "00"))
                .statusCode())
        .as("signed something else")
        .isEqualTo(409);
    var hash = hash(phone, people);
    for (var side : List.of("TEAM", "UNIT")) {
      assertThat(
              phone
                  .postForJson(
                      people.path() + "/signatures", signature(side, "Người ký " + side, hash))
                  .body())
          .isEqualTo("{\"kept\":true}");
    }
    assertThat(phone.postForJson(people.path() + "/closed", Map.of()).body())
        .isEqualTo("{\"kept\":true}");

    assertThat(read(signedIn(people.organiser()), people.path() + "/report.pdf"))
        .contains("01 trên 01 đơn vị", "12 máy hỏng", "98");

    var clerk = signedIn(people.clerk());
    var pdf = clerk.download(people.path() + "/minutes.pdf");
    try (var read = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(read))
          .contains("BIÊN BẢN", "12 máy hỏng", "98", "Người ký UNIT", hash);
    }
    assertThat(clerk.download(people.path() + "/minutes.pdf")).isEqualTo(pdf);
    assertThat(
            new String(
                clerk.download(people.path() + "/minutes.docx"), StandardCharsets.ISO_8859_1))
        .startsWith("PK");
    assertThat(
            phone
                .postForJson(
                    people.path() + "/entries", entry(UUID.randomUUID(), "findings", 0, "thêm"))
                .statusCode())
        .isEqualTo(409);
    assertThatThrownBy(() -> directly(people, people.inspector()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("the minutes are out");
    assertThat(phone.get("/inspect/visits").body()).doesNotContain(people.path());
  }

  @Test
  void theTeamsPapersComeOutOfThePlanInTheDecreesForm() throws IOException {
    var people = given.planned(port);
    var organiser = signedIn(people.organiser());
    for (var paper : List.of("/decision", "/notice", "/report")) {
      assertThat(LayoutFaults.of(organiser.download(people.path() + paper + ".docx")))
          .as(paper)
          .isEmpty();
    }

    assertThat(read(organiser, people.path() + "/decision.pdf"))
        .contains(
            "Số: 25/QD-STTTT",
            "GIÁM ĐỐC",
            "Người " + people.inspector().login(),
            "KẾ HOẠCH KIỂM TRA")
        .contains("01 đơn vị");
    assertThat(read(signedIn(people.clerk()), people.path() + "/notice.pdf"))
        .contains(
            "THÔNG BÁO", "09/01/2018 08:30", "Tru so", "110", "Người " + people.other().login());
    assertThat(signedIn(people.clerk()).get(people.path() + "/decision.pdf").statusCode())
        .as("where else the team goes is not the unit's to know")
        .isEqualTo(403);
    assertThat(read(organiser, people.path() + "/report.pdf"))
        .as("what no minutes close is named and not told")
        .contains("00 trên 01 đơn vị", "chưa có biên bản");
  }

  private static String read(Visitor visitor, String path) throws IOException {
    try (var pdf = Loader.loadPDF(visitor.download(path))) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  @Test
  void whatIsChangedAfterItWasSignedMustBeSignedAgain() {
    var people = given.planned(port);
    var phone = signedIn(people.inspector());
    phone.postForJson(people.path() + "/entries", entry(UUID.randomUUID(), "findings", 0, "Đạt"));
    phone.postForJson(
        people.path() + "/signatures", signature("TEAM", "Khánh", hash(phone, people)));
    signedIn(people.other())
        .postForJson(
            people.path() + "/entries", entry(UUID.randomUUID(), "findings", 1, "Chưa đạt"));

    assertThat(phone.get(people.path()).body()).contains("nội dung đổi sau đó: cần ký lại");
  }

  @Test
  void theUnitSeesItsNoticeAndNobodyElses() {
    var people = given.planned(port);
    assertThat(signedIn(people.clerk()).get(people.path()).body())
        .contains("Tổ kiểm tra làm việc lúc 09/01/2018 08:30", "25/QD-STTTT");
    var stranger = province.somebody(Role.CLERK);
    assertThat(signedIn(stranger).get(people.path()).statusCode()).isEqualTo(404);
  }

  private static final byte[] JPEG =
      java.util.HexFormat.of().parseHex("ffd8ffc0000b08000100010101110000ffd9");

  private UUID photographed(Visitor inspector, GivenInspection.People people, String caption) {
    var id = UUID.randomUUID();
    assertThat(
            inspector
                .upload(people.path() + "/photos?id=" + id + "&caption=" + caption, "a.jpg", JPEG)
                .statusCode())
        .isEqualTo(302);
    return id;
  }

  @Test
  void aWithdrawnPhotographIsGoneAndItsTraceStays() {
    var people = given.planned(port);
    var inspector = signedIn(people.inspector());
    var kept = photographed(inspector, people, "phong-may");
    var wrong = photographed(inspector, people, "mat-nguoi");
    var before = hash(inspector, people);
    var withdrawal = people.path() + "/photos/" + wrong + "/withdrawn";

    assertThat(inspector.post(withdrawal, Map.of("words", " ")).statusCode()).isEqualTo(422);
    assertThat(inspector.post(withdrawal, Map.of("words", "Chụp rõ mặt người")).statusCode())
        .isEqualTo(302);

    assertThat(inspector.get("/inspection-photos/" + wrong).statusCode()).isEqualTo(404);
    assertThat(inspector.get("/inspection-photos/" + kept).statusCode()).isEqualTo(200);
    assertThat(inspector.get(people.path()).body())
        .contains("mat-nguoi", "Chụp rõ mặt người", "Đã rút")
        .doesNotContain("/inspection-photos/" + wrong);
    assertThat(hash(inspector, people)).as("what is signed is another by now").isNotEqualTo(before);
    assertThat(inspector.post(withdrawal, Map.of("words", "lần nữa")).statusCode()).isEqualTo(409);
    assertThat(inspector.upload(people.path() + "/photos?id=" + wrong, "a.jpg", JPEG).statusCode())
        .as("a phone that sends it again is told that it was kept")
        .isEqualTo(302);
    assertThat(inspector.get("/inspection-photos/" + wrong).statusCode()).isEqualTo(404);
    assertThatThrownBy(() ->
            rounds.act(
                "delete from inspection_withdrawal where photo = :photo", Map.of("photo", wrong)))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void whatBothSidesHaveSignedWithIsNotWithdrawnByAnyWay() {
    var people = given.planned(port);
    var inspector = signedIn(people.inspector());
    var photo = photographed(inspector, people, "phong-may");
    var withdrawal = people.path() + "/photos/" + photo + "/withdrawn";
    for (var side : List.of("TEAM", "UNIT")) {
      inspector.postForJson(
          people.path() + "/signatures", signature(side, "Người ký", hash(inspector, people)));
    }

    assertThat(inspector.post(withdrawal, Map.of("words", "Chụp nhầm")).statusCode())
        .isEqualTo(409);
    assertThatThrownBy(() ->
            rounds.act(
                """
                insert into inspection_withdrawal (photo, round, unit, words, at, by_account)
                select id, round, unit, 'nhầm', now_effective(), by_account
                  from inspection_photo where id = :photo
                """,
                Map.of("photo", photo)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("both sides have signed");

    inspector.postForJson(
        people.path() + "/entries", entry(UUID.randomUUID(), "findings", 0, "Ghi thêm"));
    assertThat(inspector.post(withdrawal, Map.of("words", "Chụp nhầm")).statusCode())
        .as("what was changed since has to be signed again in any case")
        .isEqualTo(302);
  }

  @Test
  void aFileThatIsNoPhotographIsRefused() {
    var people = given.planned(port);
    var answer =
        signedIn(people.inspector())
            .upload(
                people.path() + "/photos?id=" + UUID.randomUUID(),
                "a.jpg",
                "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(409);
  }
}
