package thangdiem.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.council.GivenCouncil;
import thangdiem.council.GivenCouncil.Sitting;

/** Somebody without an account reports a wrong fact, and people answer it. */
@ServerTest
class ConcernTest {

  private static final int MOVED = 302;
  private static final int SEE = 303;
  private static final int REFUSED = 409;
  private static final int ASKED_AGAIN = 422;
  private static final int SLOWED = 429;

  @LocalServerPort private int port;

  @Autowired private GivenCouncil given;
  @Autowired private Province province;
  @Autowired private JdbcClient sql;

  @BeforeEach
  void nobodyHasSentAnythingYet() {
    sql.sql("delete from sign_in_failure where login = '(concern)'").update();
  }

  private Visitor as(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private Sitting published(String visibleFrom) {
    var sitting = given.adopted();
    as(province.somebody(Role.ORGANISER))
        .post(
            "/rounds/" + sitting.round().key() + "/publication",
            Map.of("number", "519/QĐ-UBND", "on", "01/01/2018", "visibleFrom", visibleFrom));
    return sitting;
  }

  private String unit(Sitting sitting) {
    return sql.sql("select code from round_unit where round = :round order by code limit 1")
        .param("round", sitting.round().id())
        .query(String.class)
        .single();
  }

  private String form(Sitting sitting) {
    return "/published/%s/1/vi/units/%s/wrong/I.1".formatted(sitting.round().key(), unit(sitting));
  }

  private static Map<String, String> report(String words) {
    return Map.of("words", words, "source", "https://bao.vn/1", "contact", "chi.hoa@thu.vn");
  }

  private UUID reported(Sitting sitting, String words) {
    assertThat(new Visitor(port).post(form(sitting), report(words)).statusCode()).isEqualTo(SEE);
    return sql.sql("select id from concern where words = :words")
        .param("words", words)
        .query(UUID.class)
        .single();
  }

  @Test
  void isSentWithoutAnAccountAndFollowedByItsNumberThatTellsNothingElse() {
    var sitting = published("");
    var reader = new Visitor(port);
    assertThat(reader.get(form(sitting)).body()).contains("Báo số liệu sai: I.1 của");

    var sent = reader.post(form(sitting), report("Chỉ có 5 máy, không phải 100 máy"));

    assertThat(sent.statusCode()).isEqualTo(SEE);
    var followed = new Visitor(port).get(sent.headers().firstValue("Location").orElseThrow());
    assertThat(followed.body())
        .contains("Đã nhận")
        .doesNotContain("Chỉ có 5 máy, không phải 100 máy", "bao.vn", "chi.hoa", unit(sitting));
    assertThat(followed.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(new Visitor(port).get("/published/reports?number=0000-0000-0000").statusCode())
        .isEqualTo(404);
  }

  @Test
  void isTakenUpConcludedAndLeadsToACorrection() {
    var sitting = published("");
    var concern = reported(sitting, "Không phải 100 máy mà là 60 máy");
    var organiser = as(province.somebody(Role.ORGANISER));
    var page = "/rounds/" + sitting.round().key() + "/concerns";

    assertThat(organiser.get("/rounds").body()).contains("báo số liệu sai của kết quả năm");
    assertThat(organiser.post("/concerns/" + concern + "/taken", Map.of()).statusCode())
        .isEqualTo(MOVED);
    assertThat(
            organiser
                .post("/concerns/" + concern + "/concluded", Map.of("outcome", "UPHELD"))
                .statusCode())
        .as("a conclusion has its reason")
        .isEqualTo(ASKED_AGAIN);
    var conclusion = Map.of("outcome", "UPHELD", "words", "Biên bản ghi 5 máy");
    assertThat(organiser.post("/concerns/" + concern + "/concluded", conclusion).statusCode())
        .isEqualTo(MOVED);
    assertThat(organiser.post("/concerns/" + concern + "/concluded", conclusion).statusCode())
        .as("it ends once")
        .isEqualTo(REFUSED);
    assertThat(organiser.get(page).body()).contains("Biên bản ghi 5 máy", "Báo đúng");
    assertThat(as(province.somebody(Role.COUNCIL_SECRETARY)).get(page).body())
        .contains("/corrections?unit=" + unit(sitting) + "&amp;code=I.1");
    assertThat(new Visitor(port).get(form(sitting)).body())
        .contains("Đã được báo và kết luận là đúng")
        .doesNotContain("Biên bản ghi 5 máy", "Không phải 100 máy mà là 60 máy");
    assertThat(
            sql.sql(
                    "select kind from ledger_event where payload like '%' || :id || '%' order by at")
                .param("id", concern.toString())
                .query(String.class)
                .list())
        .containsExactly("CONCERN_RAISED", "CONCERN_TAKEN_UP", "CONCERN_CONCLUDED");
  }

  @Test
  void isNotConcludedByWhoBelongsToTheUnit() {
    var sitting = published("");
    var concern = reported(sitting, "Sai ở đơn vị của người xem");
    var unit =
        sql.sql("select unit from concern where id = :id")
            .param("id", concern)
            .query(UUID.class)
            .single();
    var own = province.somebody(Role.ORGANISER, unit);

    assertThat(
            as(own)
                .post(
                    "/concerns/" + concern + "/concluded",
                    Map.of("outcome", "NOT_WRONG", "words", "chúng tôi đúng"))
                .statusCode())
        .isEqualTo(REFUSED);
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    insert into concern_step values
                      (gen_random_uuid(), :concern, :unit, 'NOT_WRONG', 'đúng',
                       now_effective(), :by)
                    """)
                .param("concern", concern)
                .param("unit", unit)
                .param("by", own.account())
                .update())
        .hasMessageContaining("nobody judges the unit they belong to");
  }

  @Test
  void losesTheContactAtAClickAlsoFromTheLedger() {
    var sitting = published("");
    var concern = reported(sitting, "Xin xoá liên hệ của tôi sau khi xem");
    var kept =
        "select count(*) from ledger_commitment where value = 'chi.hoa@thu.vn' and field like :of";
    var of = "concern/" + concern + "#%";
    assertThat(sql.sql(kept).param("of", of).query(Long.class).single()).isEqualTo(1);

    as(province.somebody(Role.ORGANISER))
        .post("/concerns/" + concern + "/contact-erased", Map.of());

    assertThat(sql.sql(kept).param("of", of).query(Long.class).single()).isZero();
    assertThat(
            sql.sql("select contact from concern where id = :id")
                .param("id", concern)
                .query(String.class)
                .single())
        .isEmpty();
  }

  @Test
  void isSlowedWhereMuchComesFromOnePlaceAndKeepsWhatWasTyped() {
    var sitting = published("");
    var reader = new Visitor(port);
    var statuses = new java.util.TreeSet<Integer>();
    var last = reader.post(form(sitting), report("lượt đầu: số máy không phải 100"));
    for (int i = 0; i < 20 && last.statusCode() == SEE; i++) {
      last = reader.post(form(sitting), report("số máy không phải 100, lượt thứ " + i));
      statuses.add(last.statusCode());
    }

    assertThat(statuses).containsExactly(SEE, SLOWED);
    assertThat(last.body()).contains("lượt thứ", "Hãy đợi");
    assertThat(last.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void takesNothingOfWhatCannotBeSeenYetAndNothingForgedHugeOrByPrograms() {
    var sitting = published("");
    var embargoed = published("31/12/2098 08:00");
    var reader = new Visitor(port);
    long before = sql.sql("select count(*) from concern").query(Long.class).single();

    assertThat(reader.post(form(embargoed), report("lộ")).statusCode()).isEqualTo(404);
    assertThat(reader.get(form(embargoed)).body())
        .isEqualTo(reader.get("/published/1999/1/vi/units/x/wrong/I.1").body());
    assertThat(reader.post(form(sitting).replace("I.1", "X.9"), report("lạ")).statusCode())
        .isEqualTo(404);
    assertThat(reader.forged(form(sitting), report("giả")).statusCode()).isEqualTo(403);
    assertThat(reader.post(form(sitting), report("a".repeat(2001))).statusCode())
        .isEqualTo(ASKED_AGAIN);
    assertThat(
            reader.post(form(sitting), Map.of("words", "mua", "website", "http://x")).statusCode())
        .isEqualTo(ASKED_AGAIN);
    assertThat(reader.post(form(sitting), Map.of("words", " ")).body())
        .contains("Hãy ghi số liệu nào sai.");
    assertThat(sql.sql("select count(*) from concern").query(Long.class).single())
        .isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "sai", "Sai rồi, xem lại đi", ". . . . . . . . . . . . . . . . . . ."})
  void asksForMoreThanAWordAndKeepsWhatWasTyped(String words) {
    var sitting = published("");

    var answer =
        new Visitor(port)
            .post(form(sitting), Map.of("words", words, "source", "https://bao.vn/22"));

    assertThat(answer.statusCode()).isEqualTo(ASKED_AGAIN);
    assertThat(answer.body())
        .contains("ít nhất 20 chữ cái", "aria-invalid=\"true\"", ">" + words + "</textarea>")
        .contains("value=\"https://bao.vn/22\"");
  }

  @Test
  void showsWhatIsMarkupAsText() {
    var sitting = published("");
    reported(sitting, "<script>alert(1)</script><b>đậm</b>");

    assertThat(
            as(province.somebody(Role.ORGANISER))
                .get("/rounds/" + sitting.round().key() + "/concerns")
                .body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert");
  }
}
