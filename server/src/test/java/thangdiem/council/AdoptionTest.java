package thangdiem.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.Visitor;
import thangdiem.audit.Refusal;
import thangdiem.database.DatabaseAccess.Credential;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.Sha256;
import thangdiem.round.Phase;
import thangdiem.round.Rounds;

/** What a council adopted stays as it was; only a numbered correction follows. */
@ServerTest
class AdoptionTest {

  private static final int MOVED = 302;
  private static final int REFUSED = 409;

  @LocalServerPort private int port;
  @Autowired private GivenCouncil given;
  @Autowired private Adoptions adoptions;
  @Autowired private Corrections corrections;
  @Autowired private CouncilSheets sheets;
  @Autowired private Rounds rounds;
  @Autowired private JdbcClient sql;

  private static GivenCouncil.Sitting adopted;

  private Visitor as(Somebody somebody) {
    return new Visitor(port).signedIn(somebody.login());
  }

  @Test
  void freezesExactlyWhatWasVotedUnderItsHash() {
    var sitting = given.voted();
    var page = "/rounds/" + sitting.round().key() + "/council/adoption";

    assertThat(as(sitting.secretary()).post(page, Map.of()).statusCode()).isEqualTo(MOVED);

    var round = rounds.named(sitting.round().key());
    var version = adoptions.of(round).getFirst();
    var bundle = adoptions.bundle(round, 1);
    assertThat(round.phase()).isEqualTo(Phase.ADOPTED);
    assertThat(Sha256.of(bundle)).isEqualTo(version.sha256());
    assertThat(Bundle.verify("bundle.zip", bundle).differences()).isEmpty();
    assertThat(
            sql.sql(
                    """
                    select count(*) from ledger_event
                     where kind = 'ROUND_ADOPTED' and payload like '%' || :sha256 || '%'
                    """)
                .param("sha256", version.sha256())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(as(sitting.secretary()).post(page, Map.of()).statusCode()).isEqualTo(REFUSED);
  }

  @Test
  void isNotAdoptedWithoutTheVoteOfAClosedSession() {
    var sitting = given.sitting();

    assertThatThrownBy(() -> adoptions.adopt(given.actor(sitting.secretary()), sitting.round()))
        .isInstanceOf(Refusal.class)
        .hasMessage("council.adopt.noVote");
    assertThatThrownBy(() ->
            sql.sql("update round set phase = 'ADOPTED' where id = :round")
                .param("round", sitting.round().id())
                .update())
        .hasStackTraceContaining("a round is adopted by its council");
  }

  @Test
  void isNotAdoptedWhenItIsAnotherResultThanTheOneThatWasVoted() {
    var sitting = given.voted();
    TestDatabase.pastTheRules(
        "update answer set value = '61' where round = :round and fact = 'computers' and value = '80'",
        Map.of("round", sitting.round().id()));

    assertThatThrownBy(() -> adoptions.adopt(given.actor(sitting.secretary()), sitting.round()))
        .isInstanceOf(Refusal.class)
        .hasMessage("council.adopt.changed");
    assertThat(rounds.named(sitting.round().key()).phase()).isEqualTo(Phase.COUNCIL);
  }

  /** One change of every kind of every table that a result is made of. */
  private static final List<String> CHANGES =
      List.of(
          "insert into answer (round, unit, fact, value, at) select round, unit, 'printers', '1', now() from round_unit where round = :round",
          "update answer set value = '1' where round = :round",
          "delete from answer where round = :round",
          "insert into not_applicable_claim select round, unit, 'I.1', 'x', now(), :by from round_unit where round = :round",
          "insert into supplement (id, round, unit, fact, value, kind, at, by_account) select gen_random_uuid(), round, unit, 'staff', '1', 'RETURN', now(), :by from round_unit where round = :round",
          "insert into verification_task select round, unit, 'I', 1, :by, now(), :by from round_unit where round = :round",
          "insert into finding (id, round, unit, code, place, verdict, at, by_account) select gen_random_uuid(), round, unit, 'I.1', 1, 'ACCEPTED', now(), :by from round_unit where round = :round",
          "insert into submission (id, round, unit, version, request, answers, sha256, total, grade, late, event, at, by_account) select gen_random_uuid(), round, unit, 9, gen_random_uuid(), '', '', '', '', false, gen_random_uuid(), now(), :by from round_unit where round = :round",
          "insert into deduction (id, round, unit, kind, occasion, words, at, by_account) select gen_random_uuid(), round, unit, 'wrong-figures', 'x', 'x', now(), :by from round_unit where round = :round",
          "update round_unit set submitted_at = now() where round = :round",
          "delete from round_unit where round = :round",
          "update round_deduction set points = '5' where round = :round",
          "update round_instant set at = now() where round = :round",
          "update round set policy = 'rounding=none' where id = :round",
          "update round set phase = 'COUNCIL' where id = :round",
          "insert into council_member (id, round, account, office, document, document_on, at, by_account) select gen_random_uuid(), :round, :by, 'MEMBER', 'x', now()::date, now(), :by",
          "update council_member set released_document = 'x', released_at = now(), released_by = :by where round = :round",
          "insert into council_quorum (id, round, rule, number, at, by_account) select gen_random_uuid(), :round, 'TWO_THIRDS', 0, now(), :by",
          "insert into council_session (id, round, number, held_on, place, at, by_account) select gen_random_uuid(), :round, 9, now()::date, 'x', now(), :by",
          "insert into council_presence (id, session, account, present, at, by_account) select gen_random_uuid(), id, :by, false, now(), :by from council_session where round = :round",
          "insert into council_item (id, round, session, unit, code, source, words, at, by_account) select gen_random_uuid(), :round, session, unit, 'I.2', 'PERSON', 'x', now(), :by from council_item where round = :round and unit is not null",
          "update council_item set taken_off_words = 'x', taken_off_at = now(), taken_off_by = :by where round = :round",
          "insert into council_motion (id, item, round, unit, code, kind, ground, words, at, by_account) select gen_random_uuid(), item, round, unit, code, 'KEEP', '', 'x', now(), :by from council_motion where round = :round and unit is not null",
          "insert into council_motion_fact select id, 'staff', '1' from council_motion where round = :round and unit is not null",
          "insert into council_vote (id, motion, unit, choice, at, by_account) select gen_random_uuid(), id, unit, 'FOR', now(), :by from council_motion where round = :round",
          "insert into council_conclusion select gen_random_uuid(), round, carried, votes_for, votes_against, votes_abstained, eligible, present, needed, '', '', '', '', '', '', 0, 0, now(), :by from council_conclusion where round = :round",
          "insert into adoption select round, version + 1, answers, bundle, sha256, results_sha256, criteria_sha256, null, gen_random_uuid(), now(), :by from adoption where round = :round");

  /** What the application's role has no right to at all, and the owner of the tables is refused. */
  private static final List<String> REWRITING =
      List.of(
          "update finding set words = 'x' where round = :round",
          "update council_motion set words = 'x' where round = :round",
          "delete from council_motion where round = :round",
          "update council_motion_fact set value = '1' where motion in (select id from council_motion where round = :round)",
          "delete from council_motion_fact where motion in (select id from council_motion where round = :round)",
          "update council_vote set choice = 'AGAINST' where motion in (select id from council_motion where round = :round)",
          "delete from council_vote where motion in (select id from council_motion where round = :round)",
          "update council_conclusion set carried = true where round = :round",
          "delete from council_conclusion where round = :round",
          "delete from council_presence where session in (select id from council_session where round = :round)",
          "delete from council_session where round = :round",
          "delete from council_member where round = :round",
          "update adoption set results_sha256 = 'x' where round = :round",
          "delete from adoption where round = :round",
          "delete from round where id = :round");

  static Stream<Arguments> everyChangeByBoth() {
    return Stream.concat(CHANGES.stream(), REWRITING.stream())
        .flatMap(change ->
            Stream.of("thangdiem_app", "thangdiem_migrator")
                .map(role -> Arguments.of(role, change)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyChangeByBoth")
  void isRefusedByTheDatabaseWhoeverOfTheApplicationAsks(String role, String change) {
    var sitting = once();
    var asked = as(role).sql(change).param("round", sitting.round().id());
    var statement =
        change.contains(":by") ? asked.param("by", sitting.secretary().account()) : asked;

    assertThatThrownBy(statement::update)
        .isInstanceOf(DataAccessException.class)
        .satisfies(error ->
            assertThat(((DataAccessException) error).getMostSpecificCause())
                .isInstanceOfSatisfying(
                    java.sql.SQLException.class,
                    cause -> assertThat(cause.getSQLState()).isIn(codes(role, change))));
  }

  /** Refused by the rules; the application's role may also have no right to it at all. */
  private static List<String> codes(String role, String change) {
    return role.equals("thangdiem_app") && REWRITING.contains(change)
        ? List.of("23001", "42501")
        : role.equals("thangdiem_app") && change.startsWith("delete from round_unit")
            ? List.of("23001", "42501")
            : List.of("23001");
  }

  private synchronized GivenCouncil.Sitting once() {
    if (adopted == null) {
      adopted = given.adopted();
    }
    return adopted;
  }

  private static JdbcClient as(String role) {
    var access = TestDatabase.database().access();
    Credential credential = role.equals("thangdiem_app") ? access.application() : access.migrator();
    return JdbcClient.create(
        new DriverManagerDataSource(access.url(), credential.user(), credential.password()));
  }

  @Test
  void noTableOfTheResultIsEmptiedAtOnce() {
    for (var table : List.of("answer", "finding", "council_vote", "adoption", "deduction")) {
      assertThatThrownBy(
              () -> as("thangdiem_migrator").sql("truncate " + table + " cascade").update())
          .as(table)
          .hasStackTraceContaining("at once");
    }
  }

  @Test
  void isCorrectedByANumberedDocumentWithTwoApprovals() {
    var sitting = given.adopted();
    var round = sitting.round();
    var before = adoptions.bundle(round, 1);
    var unit = sheets.all(round).get(1).unit();
    var id =
        corrections.propose(
            given.actor(sitting.first()),
            round,
            unit,
            "I.1",
            GivenCouncil.computers(85),
            "12/QĐ-HĐ",
            GivenCouncil.DAY);

    assertThatThrownBy(() -> approve(sitting.first(), sitting, id))
        .hasMessage("council.correction.notYours");
    approve(sitting.chair(), sitting, id);
    assertThat(adoptions.of(round)).hasSize(1);
    assertThatThrownBy(() -> approve(sitting.chair(), sitting, id))
        .hasMessage("council.correction.approvedBefore");
    approve(sitting.secretary(), sitting, id);

    assertThat(adoptions.of(round)).extracting(Adoption::version).containsExactly(2, 1);
    assertThat(adoptions.bundle(round, 1)).isEqualTo(before);
    assertThat(Bundle.verify("2.zip", adoptions.bundle(round, 2)).differences()).isEmpty();
    assertThat(Sha256.of(adoptions.bundle(round, 2))).isNotEqualTo(Sha256.of(before));
    assertThat(CouncilSheets.of(sheets.all(round), unit.code()).adjustments())
        .last()
        .satisfies(one -> assertThat(one.document()).contains("12/QĐ-HĐ"));
  }

  private void approve(Somebody who, GivenCouncil.Sitting sitting, java.util.UUID id) {
    corrections.approve(given.actor(who), sitting.round(), corrections.one(sitting.round(), id));
  }

  @Test
  void aCorrectionWithoutItsApprovalsMakesNoVersion() {
    var sitting = given.adopted();
    var round = sitting.round();
    var id =
        corrections.propose(
            given.actor(sitting.first()),
            round,
            sheets.all(round).getFirst().unit(),
            "I.1",
            GivenCouncil.computers(85),
            "13/QĐ-HĐ",
            GivenCouncil.DAY);
    approve(sitting.chair(), sitting, id);

    assertThatThrownBy(() -> approve(sitting.recused(), sitting, id))
        .as("who belongs to the unit")
        .hasMessage("recusal.own");
    assertThatThrownBy(() ->
            as("thangdiem_migrator")
                .sql(
                    """
                    insert into adoption
                    select round, 2, answers, bundle, sha256, results_sha256, criteria_sha256,
                           null, :correction, now_effective(), by_account
                      from adoption where round = :round
                    """)
                .param("correction", id)
                .param("round", round.id())
                .update())
        .hasStackTraceContaining("two approvals");
    assertThat(adoptions.of(round)).hasSize(1);
  }

  @Test
  void theAnswersThatWereAdoptedAreTheCouncilsColumn() {
    var sitting = given.adopted();

    var round = sitting.round();
    var unit = sheets.all(round).getFirst();
    assertThat(unit.decided().facts().get("computers"))
        .isEqualTo(
            GivenCouncil.computers(95).facts().getOrDefault("computers", Optional.empty()).get());
  }
}
