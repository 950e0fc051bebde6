package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.round.GivenRounds;
import thangdiem.round.Round;
import thangdiem.scoring.Advice;

/** The people of a unit share the work on its sheet, and talk about its facts. */
@ServerTest
class ColleaguesTest {

  private static final String FACT = "computers";

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private GivenSheets sheets;
  @Autowired private JdbcClient sql;

  private GivenSheets.Office office;
  private Somebody lan;
  private Somebody head;
  private Round round;

  @BeforeEach
  void aClerkAndAHeadInAnOpenRound() {
    office = sheets.empty();
    lan = office.clerk();
    head = office.head();
    round = office.round();
  }

  private String path() {
    return office.path();
  }

  private Visitor signedIn(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private int give(Visitor giver, String section, String login) {
    return giver
        .post(path() + "/sections/" + section + "/assignment", Map.of("login", login))
        .statusCode();
  }

  private int say(Visitor sayer, String words) {
    return sayer.post(path() + "/facts/" + FACT + "/comments", Map.of("words", words)).statusCode();
  }

  private long events(String kind) {
    return sql.sql("select count(*) from ledger_event where round = :round and kind = :kind")
        .param("round", round.id())
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  // ----- who does which section

  @Test
  void aSectionIsGivenAndItsPersonFindsItOnTheirPages() {
    assertThat(give(signedIn(head), "I", lan.login())).isEqualTo(302);

    var clerk = signedIn(lan);
    assertThat(clerk.get("/rounds").body()).contains("giao bạn nội dung I", path() + "/mine");
    assertThat(clerk.get("/rounds/" + round.key()).body()).contains("giao bạn nội dung I");
    assertThat(clerk.get(path() + "/sections/II").body()).contains("việc của bạn");
    assertThat(signedIn(head).get("/rounds").body()).doesNotContain("giao bạn nội dung");
    assertThat(events("SECTION_ASSIGNED")).isEqualTo(1);
  }

  @Test
  void onlyMineListsTheMissingFactsOfMySectionsAndNoOthers() {
    give(signedIn(head), "I", lan.login());
    var clerk = signedIn(lan);
    var before = clerk.get(path() + "/mine").body();
    assertThat(before).contains("#f-computers", "#f-dbms").doesNotContain("#f-services");

    clerk.post(path() + "/facts/computers", Map.of("value", "12", "version", "0", "section", "I"));

    assertThat(clerk.get(path() + "/mine").body())
        .contains("#f-dbms")
        .doesNotContain("#f-computers\"");
    assertThat(signedIn(head).get(path() + "/mine").body()).contains("đã trả lời hết phần");
  }

  @Test
  void whereNothingIsGivenEverythingMissingIsEverybodys() {
    assertThat(signedIn(lan).get(path() + "/mine").body())
        .contains("#f-computers", "#f-services", "Chưa giao nội dung nào");
  }

  @Test
  void aSectionGivenToAnotherIsTheirsAlone() {
    give(signedIn(head), "I", lan.login());
    give(signedIn(lan), "I", head.login());

    assertThat(signedIn(lan).get("/rounds").body()).doesNotContain("giao bạn nội dung");
    assertThat(signedIn(head).get("/rounds").body()).contains("giao bạn nội dung I");
  }

  @Test
  void aSectionIsTakenBackOnce() {
    var visitor = signedIn(head);
    give(visitor, "I", lan.login());
    var withdrawn = path() + "/sections/I/assignment/withdrawn";

    assertThat(visitor.post(withdrawn, Map.of()).statusCode()).isEqualTo(302);

    assertThat(visitor.post(withdrawn, Map.of()).statusCode()).isEqualTo(409);
    assertThat(events("SECTION_UNASSIGNED")).isEqualTo(1);
    assertThat(signedIn(lan).get("/rounds").body()).doesNotContain("giao bạn nội dung");
  }

  @Test
  void nobodyOfAnotherUnitIsGivenASectionNorGivesOne() {
    var stranger = province.somebody(Role.CLERK);

    assertThat(give(signedIn(head), "I", stranger.login())).isEqualTo(409);
    assertThat(give(signedIn(stranger), "I", lan.login())).isEqualTo(404);
    assertThat(give(signedIn(head), "khong-co", lan.login())).isEqualTo(404);
    assertThat(signedIn(head).get(path() + "/people").body()).doesNotContain(stranger.login());
  }

  @Test
  void nothingIsGivenOnceTheReportIsSent() {
    rounds.send(round, lan);

    assertThat(give(signedIn(head), "I", lan.login())).isEqualTo(409);
  }

  // ----- what is said about a fact

  @Test
  void whoIsNamedFindsItAmongTheirTasksUntilTheyHaveComeThere() {
    assertThat(say(signedIn(head), "Số này lạ quá, @" + lan.login() + " xem giúp.")).isEqualTo(302);

    var clerk = signedIn(lan);
    assertThat(clerk.get("/rounds").body()).contains("nhắc tên bạn", "Số này lạ quá");
    assertThat(signedIn(head).get("/rounds").body()).doesNotContain("nhắc tên bạn");
    assertThat(clerk.get(path() + "/sections/I").body()).contains("1 trao đổi");

    var seen = path() + "/facts/" + FACT + "/seen";
    assertThat(clerk.post(seen, Map.of()).statusCode()).isEqualTo(302);

    assertThat(clerk.get("/rounds").body()).doesNotContain("nhắc tên bạn");
    assertThat(clerk.get(path() + "/facts/" + FACT).body()).contains("Số này lạ quá");
    assertThat(clerk.post(seen, Map.of()).statusCode()).isEqualTo(409);
    assertThat(events("MENTION_SEEN")).isEqualTo(1);
  }

  @Test
  void somebodyIsNamedByTheirWholeNameToo() {
    var name = "Người " + lan.login();

    say(signedIn(head), "@" + name + ", xem số này nhé");

    assertThat(signedIn(lan).get("/rounds").body()).contains("nhắc tên bạn");
  }

  @Test
  void aNameThatOnlyBeginsAlikeCallsForNobody() {
    say(signedIn(head), "@" + lan.login() + "9 không phải người này");

    assertThat(signedIn(lan).get("/rounds").body()).doesNotContain("nhắc tên bạn");
  }

  @Test
  void commentsAreTheUnitsOwn() {
    say(signedIn(head), "chuyện riêng của đơn vị");

    var organiser = signedIn(province.somebody(Role.ORGANISER));
    assertThat(organiser.get(path() + "/facts/" + FACT).body())
        .contains("Số máy tính đang sử dụng")
        .doesNotContain("chuyện riêng của đơn vị");
    assertThat(say(organiser, "chen vào")).isEqualTo(403);
    var stranger = signedIn(province.somebody(Role.CLERK));
    assertThat(stranger.get(path() + "/facts/" + FACT).statusCode()).isEqualTo(404);
    assertThat(say(stranger, "chen vào")).isEqualTo(404);
  }

  @Test
  void whatIsSaidStandsInTheLedgerOnlyAsACommitment() {
    say(signedIn(lan), "chỉ là lời riêng");

    var payload =
        sql.sql("select payload from ledger_event where round = :round and kind = 'FACT_COMMENTED'")
            .param("round", round.id())
            .query(String.class)
            .single();
    assertThat(payload).contains(FACT, "committed").doesNotContain("lời riêng");
  }

  @Test
  void anEmptyCommentSaysWhatToDo() {
    var answer = signedIn(lan).post(path() + "/facts/" + FACT + "/comments", Map.of("words", "  "));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Hãy ghi nội dung trao đổi");
  }

  // ----- one fact

  @Test
  void aFactsPageSaysWhoAnsweredWhatAndWhen() {
    var clerk = signedIn(lan);
    clerk.post(path() + "/facts/" + FACT, Map.of("value", "12", "version", "0", "section", "I"));
    var version =
        sql.sql("select version::text from answer where round = :round and fact = :fact")
            .param("round", round.id())
            .param("fact", FACT)
            .query(String.class)
            .single();
    signedIn(head).post(path() + "/facts/" + FACT, Map.of("value", "1.015", "version", version));

    var page = clerk.get(path() + "/facts/" + FACT).body();

    var answers =
        Pattern.compile("<li><b class=\"num\">([^<]*)</b><span>([^<]*)</span>")
            .matcher(page)
            .results()
            .map(found -> found.group(1) + " " + found.group(2))
            .toList();
    assertThat(answers).containsExactly("1.015 Người " + head.login(), "12 Người " + lan.login());
    assertThat(page).contains("Phụ lục 2, mục I.1", "I.2", "IV.3");
  }

  @Test
  void aFactThatWasClearedSaysSoInItsHistory() {
    var clerk = signedIn(lan);
    clerk.post(path() + "/facts/dbms", Map.of("value", "yes", "version", "0", "section", "I"));
    var version =
        sql.sql("select version::text from answer where round = :round and fact = 'dbms'")
            .param("round", round.id())
            .query(String.class)
            .single();
    clerk.post(path() + "/facts/dbms", Map.of("value", "", "version", version));

    assertThat(clerk.get(path() + "/facts/dbms").body()).contains("Đã xóa", "Có");
  }

  @Test
  void thereIsNoPageOfAFactThatIsNot() {
    assertThat(signedIn(lan).get(path() + "/facts/khong-co").statusCode()).isEqualTo(404);
  }

  // ----- points still to win

  @Test
  void adviceSaysTheExactPointsAndWhereTheyComeFrom() {
    var clerk = signedIn(lan);
    clerk.post(path() + "/facts/staff", Map.of("value", "20", "version", "0", "section", "I"));
    clerk.post(
        path() + "/facts/bandwidth_mbps", Map.of("value", "9", "version", "0", "section", "I"));

    var page = clerk.get(path() + "/advice").body();

    assertThat(page)
        .contains("thêm 1 Mbps (thành 10):", "+10,00", "thêm 11 Mbps (thành 20):", "+15,00", "I.3")
        .contains("điểm để lên Trung bình")
        .contains("thử lần lượt " + Advice.FARTHEST + " giá trị");
    assertThat(signedIn(province.somebody(Role.ORGANISER)).get(path() + "/advice").statusCode())
        .isEqualTo(403);
  }

  @Test
  void adviceOnAFullSheetAddsUpToTheNextGrade() {
    GivenSheets.answers()
        .forEach(
            (fact, value) -> sheets.answer(office, fact, value.equals("true") ? "false" : value));
    var page = signedIn(lan).get(path() + "/advice").body();

    assertThat(page)
        .contains("điểm để lên", "Từng số liệu")
        .containsPattern("Lên [^:]+: làm \\d+ việc sau");
  }

  @Test
  void theHeadSeesHowManyFactsAreProvisional() {
    var clerk = signedIn(lan);
    assertThat(clerk.get(path() + "/signing").body()).doesNotContain("Số liệu tạm tính");

    clerk.post(
        path() + "/facts/service_dossiers", Map.of("value", "9", "version", "0", "section", "II"));

    assertThat(signedIn(head).get(path() + "/signing").body()).contains("Số liệu tạm tính");
  }
}
