package thangdiem.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Refusal;
import thangdiem.document.LayoutFaults;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.round.Rounds;

/** A council sits, sees what a vote would do, votes, and what was voted stands. */
@ServerTest
class CouncilTest {

  private static final int MOVED = 302;
  private static final int REFUSED = 409;

  @LocalServerPort private int port;
  @Autowired private GivenCouncil given;
  @Autowired private Rounds rounds;
  @Autowired private CouncilSheets sheets;
  @Autowired private Motions motions;
  @Autowired private DecidingPages pages;
  @Autowired private VoteTable votes;
  @Autowired private JdbcClient sql;

  private Visitor as(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  private static String path(GivenCouncil.Sitting sitting, AgendaItem item) {
    return "/rounds/" + sitting.round().key() + "/council/items/" + item.id();
  }

  @Test
  void theEffectSeenBeforeTheVoteIsTheEffectAfterIt() {
    var sitting = given.sitting();
    var round = sitting.round();
    var item = given.item(sitting, sitting.clerks().getFirst());
    var moved =
        as(sitting.first())
            .post(
                path(sitting, item) + "/motions",
                Map.of(
                    "kind", "VALUES",
                    "f.computers", "95",
                    "f.staff", "100",
                    "ground", "COUNTED_OTHERWISE",
                    "words", "Đếm lại theo biên bản kiểm tra."));
    assertThat(moved.statusCode()).isEqualTo(MOVED);

    var before =
        pages
            .of(given.actor(sitting.chair()), round, item.id(), Optional.empty(), Form.EMPTY)
            .effect()
            .orElseThrow();
    var page = as(sitting.chair()).get(path(sitting, item)).body();
    var motion = pages.motions(round, item).getLast();
    for (var member : java.util.List.of(sitting.chair(), sitting.first(), sitting.second())) {
      var answer =
          as(member)
              .post(
                  path(sitting, item) + "/votes",
                  Map.of("choice", "FOR", "motion", motion.id().toString()));
      assertThat(answer.statusCode()).isEqualTo(MOVED);
    }
    var concluded = as(sitting.secretary()).post(path(sitting, item) + "/conclusion", Map.of());

    assertThat(concluded.statusCode()).isEqualTo(MOVED);
    assertThat(before.own().change().value().signum()).isPositive();
    assertThat(before.own().rankBefore().inGroup()).isEqualTo(3);
    assertThat(before.own().rankAfter().inGroup()).isEqualTo(1);
    assertThat(page).contains("3 → 1");
    var after = sheets.all(round);
    var standings =
        Standings.of(
                rounds.criteria(round),
                round.policy(),
                after.stream().map(CouncilUnit::decidedScore).toList())
            .units();
    for (var move : before.moved()) {
      assertThat(standings)
          .filteredOn(one -> one.sheet().answers().unit().equals(move.unit().code()))
          .singleElement()
          .satisfies(one -> assertThat(one.sheet().total()).isEqualTo(move.totalAfter()))
          .extracting(Standing::overall)
          .isEqualTo(move.rankAfter());
    }
    assertThat(votes.conclusions(round).get(motion.id()).change()).isEqualTo(before.change("I.1"));
    var unit = CouncilSheets.of(after, before.own().unit().code());
    assertThat(unit.verified().verified().facts()).isEqualTo(unit.verified().claimed().facts());
    assertThat(unit.decided().facts()).isNotEqualTo(unit.verified().verified().facts());
    assertThat(unit.about("I.1")).hasSize(1);
  }

  @Test
  void theInvitationNamesWhomWhereAndWhatIsOnTheAgenda() throws IOException {
    var sitting = given.sitting();
    given.item(sitting, sitting.clerks().getFirst());
    var invitation =
        "/rounds/"
            + sitting.round().key()
            + "/council/sessions/"
            + sitting.session().number()
            + "/invitation";
    assertThat(LayoutFaults.of(as(sitting.secretary()).download(invitation + ".docx"))).isEmpty();
    try (var pdf = Loader.loadPDF(as(sitting.secretary()).download(invitation + ".pdf"))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("GIẤY MỜI", "ngày 20 tháng 02 năm 2018", sitting.session().place())
          .contains("Người " + sitting.chair().login(), "Người " + sitting.first().login())
          .contains("Phụ lục", "Sở Y tế");
    }
  }

  @Test
  void showsTheEffectOfWhatIsTypedAndKeepsNothing() {
    var sitting = given.sitting();
    var item = given.item(sitting, sitting.clerks().getFirst());

    var page =
        as(sitting.first())
            .post(path(sitting, item) + "/effect", Map.of("kind", "VALUES", "f.computers", "95"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("3 → 1").contains("value=\"95\"");
    assertThat(pages.motions(sitting.round(), item)).isEmpty();
  }

  @Test
  void whoBelongsToTheUnitDoesNotVoteAndDoesNotCount() {
    var sitting = given.sitting();
    var item = given.item(sitting, sitting.clerks().getFirst());
    var motion =
        motions.move(
            given.actor(sitting.first()), sitting.round(), item, GivenCouncil.computers(95));

    var byPage =
        as(sitting.recused())
            .post(
                path(sitting, item) + "/votes",
                Map.of("choice", "FOR", "motion", motion.id().toString()));

    assertThat(byPage.statusCode()).isEqualTo(REFUSED);
    assertThatThrownBy(() -> castPast(motion, sitting.recused()))
        .hasStackTraceContaining("nobody judges the unit they belong to");
    var tally =
        pages
            .of(
                given.actor(sitting.recused()),
                sitting.round(),
                item.id(),
                Optional.empty(),
                Form.EMPTY)
            .tally();
    assertThat(tally.eligible()).isEqualTo(3);
    assertThat(tally.present()).isEqualTo(3);
    assertThat(tally.needed()).isEqualTo(2);
    var other = given.item(sitting, sitting.clerks().getLast());
    var free =
        motions.move(
            given.actor(sitting.first()), sitting.round(), other, GivenCouncil.computers(70));
    motions.vote(given.actor(sitting.recused()), sitting.round(), free, Choice.AGAINST);
    assertThat(votes.of(sitting.round())).hasSize(1);
  }

  private void castPast(Motion motion, Somebody who) {
    sql.sql(
            """
            insert into council_vote (id, motion, unit, choice, at, by_account)
            select gen_random_uuid(), id, unit, 'FOR', now_effective(), :who
              from council_motion where id = :motion
            """)
        .param("motion", motion.id())
        .param("who", who.account())
        .update();
  }

  @Test
  void doesNotSitWithoutAQuorum() {
    var sitting = given.called();
    given.present(sitting, sitting.chair(), sitting.first(), sitting.secretary());
    var path =
        "/rounds/"
            + sitting.round().key()
            + "/council/sessions/"
            + sitting.session().number()
            + "/opened";

    assertThat(as(sitting.secretary()).post(path, Map.of()).statusCode()).isEqualTo(REFUSED);
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    update council_session set opened_at = now_effective(), opened_by = :by
                     where id = :session
                    """)
                .param("by", sitting.secretary().account())
                .param("session", sitting.session().id())
                .update())
        .hasStackTraceContaining("there is no quorum");
    given.present(sitting, sitting.chair(), sitting.first(), sitting.second());
    assertThat(as(sitting.secretary()).post(path, Map.of()).statusCode()).isEqualTo(MOVED);
  }

  @Test
  void concludesNothingOnceTooManyHaveLeft() {
    var sitting = given.sitting();
    var item = given.item(sitting, sitting.clerks().getFirst());
    var motion =
        motions.move(
            given.actor(sitting.first()), sitting.round(), item, GivenCouncil.computers(95));
    motions.vote(given.actor(sitting.chair()), sitting.round(), motion, Choice.FOR);
    given.present(sitting, sitting.chair(), sitting.recused(), sitting.secretary());

    assertThatThrownBy(
            () -> motions.conclude(given.actor(sitting.secretary()), sitting.round(), item, motion))
        .isInstanceOf(Refusal.class)
        .hasMessage("council.noQuorum");
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    insert into council_conclusion
                    select id, round, true, 1, 0, 0, 3, 3, 2, '', '', '', '', '', '', 0, 0,
                           now_effective(), :by
                      from council_motion where id = :motion
                    """)
                .param("by", sitting.secretary().account())
                .param("motion", motion.id())
                .update())
        .hasStackTraceContaining("the quorum is counted otherwise");
  }

  @Test
  void aChangedVoteIsAnotherRowAndTheLatestCounts() {
    var sitting = given.sitting();
    var item = given.item(sitting, sitting.clerks().getFirst());
    var motion =
        motions.move(
            given.actor(sitting.first()), sitting.round(), item, GivenCouncil.computers(95));
    motions.vote(given.actor(sitting.chair()), sitting.round(), motion, Choice.FOR);
    motions.vote(given.actor(sitting.chair()), sitting.round(), motion, Choice.AGAINST);
    motions.vote(given.actor(sitting.first()), sitting.round(), motion, Choice.FOR);

    var conclusion =
        motions.conclude(given.actor(sitting.secretary()), sitting.round(), item, motion);

    assertThat(votes.of(sitting.round()))
        .extracting(Vote::stands)
        .containsExactly(false, true, true);
    assertThat(conclusion.carried()).isFalse();
    assertThat(conclusion.votesFor()).isEqualTo(1);
    assertThat(conclusion.votesAgainst()).isEqualTo(1);
    assertThat(sheets.all(sitting.round()))
        .allSatisfy(
            unit -> assertThat(unit.decidedScore()).isEqualTo(unit.verified().verifiedScore()));
  }

  @Test
  void aVoteIsAboutTheMotionThatTheVoterSaw() {
    var sitting = given.sitting();
    var item = given.item(sitting, sitting.clerks().getFirst());
    var seen =
        motions.move(
            given.actor(sitting.first()), sitting.round(), item, GivenCouncil.computers(95));
    motions.move(given.actor(sitting.second()), sitting.round(), item, GivenCouncil.computers(70));

    var answer =
        as(sitting.chair())
            .post(
                path(sitting, item) + "/votes",
                Map.of("choice", "FOR", "motion", seen.id().toString()));

    assertThat(answer.statusCode()).isEqualTo(REFUSED);
    assertThatThrownBy(() -> castPast(seen, sitting.chair()))
        .hasStackTraceContaining("this motion is no longer voted on");
  }

  @Test
  void theSecretaryKeepsTheMinutesAndDoesNotVote() {
    var sitting = given.sitting();
    var item = given.item(sitting, sitting.clerks().getFirst());
    var motion =
        motions.move(
            given.actor(sitting.secretary()), sitting.round(), item, GivenCouncil.computers(95));

    assertThatThrownBy(() -> castPast(motion, sitting.secretary()))
        .hasStackTraceContaining("members who are there vote");
  }
}
