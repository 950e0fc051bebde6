package thangdiem.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.audit.Role;

/** What the application's own database role may not do to a round, in plain SQL. */
@ServerTest
class FrozenRoundTest {

  private static final String REFUSED = "23001"; // restrict_violation
  private static final String NO_PERMISSION = "42501";

  /** Changes of what a round is judged by; each goes through while it is a draft. */
  private static final List<String> CHANGES =
      List.of(
          "update round set policy = 'rounding=none' where id = :round",
          "update round set criteria_yaml = '' where id = :round",
          "update round set criteria_sha256 = '' where id = :round",
          "update round set criteria_id = 'x' where id = :round",
          "update round set name = 'x' where id = :round",
          "update round set rehearsal = not rehearsal where id = :round",
          "update round set year = year + 5000 where id = :round",
          "insert into round_instant values (:round, 'OTHER', now())",
          "update round_instant set at = at + interval '1 hour' where round = :round",
          "delete from round_instant where round = :round",
          "insert into round_deduction values (:round, 'other', '5')",
          "update round_deduction set points = '5' where round = :round",
          "delete from round_deduction where round = :round",
          """
          insert into round_unit (round, unit, code, name, ranking_group, ordinal)
          select :round, id, code, name, 'department', ordinal from org_unit
           where id not in (select unit from round_unit where round = :round) limit 1
          """,
          "update round_unit set name = 'x' where round = :round",
          "update round_unit set ranking_group = 'district' where round = :round",
          "delete from round_unit where round = :round");

  @Autowired private GivenRounds given;
  @Autowired private Province province;
  @Autowired private JdbcClient sql;
  @Autowired private PlatformTransactionManager transactions;

  static Stream<Arguments> everyChangeInEveryPhase() {
    return CHANGES.stream()
        .flatMap(change -> Stream.of(Phase.values()).map(phase -> Arguments.of(phase, change)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyChangeInEveryPhase")
  void changesAsADraftAndNeverAgain(Phase phase, String change) {
    var round = given.in(phase);

    if (phase == Phase.DRAFT) {
      assertThat(tried(round, change)).isPositive();
    } else {
      assertThatThrownBy(() -> tried(round, change)).satisfies(refused(REFUSED));
    }
  }

  static Stream<Arguments> everyPair() {
    return Stream.of(Phase.values())
        .flatMap(from -> Stream.of(Phase.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @MethodSource("everyPair")
  void takesOnlyTheStepsOfTheTableAndNoneWithoutAnAdoptionOrAPublication(Phase from, Phase to) {
    var round = given.in(from);
    var step =
        """
        update round set phase = '%s', opened_at = coalesce(opened_at, now_effective())
         where id = :round
        """
            .formatted(to);

    if (from.leadsTo(to) && to != Phase.ADOPTED && to != Phase.PUBLISHED) {
      assertThat(tried(round, step)).isEqualTo(1);
    } else if (from != to) {
      assertThatThrownBy(() -> tried(round, step)).satisfies(refused(REFUSED));
    }
  }

  @Test
  void opensWithNeitherNoUnitsNorNoDeadline() {
    var open = "update round set phase = 'OPEN', opened_at = now_effective() where id = :round";
    var round = given.in(Phase.DRAFT);

    assertThat(tried(round, open)).isEqualTo(1);
    assertThatThrownBy(() -> tried(given.draft(), open)).satisfies(refused(REFUSED));
    given.act(
        "delete from round_instant where round = :round and milestone = 'DEADLINE'",
        Map.of("round", round.id()));
    assertThatThrownBy(() -> tried(round, open)).satisfies(refused(REFUSED));
  }

  @Test
  void beginsAsADraftAndIsNeverDeleted() {
    var round = given.in(Phase.DRAFT);

    assertThatThrownBy(() ->
            tried(
                round,
                """
                insert into round (id, year, rehearsal, name, criteria_id, criteria_yaml,
                       criteria_sha256, policy, phase, created_at)
                select gen_random_uuid(), year + 5000, rehearsal, name, criteria_id, criteria_yaml,
                       criteria_sha256, policy, 'OPEN', created_at
                  from round where id = :round
                """))
        .satisfies(refused(REFUSED));
    assertThatThrownBy(() -> tried(round, "delete from round where id = :round"))
        .satisfies(refused(NO_PERMISSION));
    assertThatThrownBy(() ->
            tried(
                round,
                "insert into phase_transition select 'OPEN', 'DRAFT' where :round is not null"))
        .satisfies(refused(NO_PERMISSION));
  }

  @ParameterizedTest
  @MethodSource("phases")
  void takesAnswersAndReportsOnlyWhileOpen(Phase phase) {
    var round = given.in(phase);
    var answer =
        """
        insert into answer (round, unit, fact, value, at)
        select round, unit, 'staff', '1', now_effective() from round_unit where round = :round
        """;
    var report =
        """
        update round_unit set submitted_at = now_effective() + interval '1 microsecond'
         where round = :round and submitted_at is %s null
        """;

    assertThatThrownBy(() -> tried(round, answer))
        .as("before the opening, after the report, after the end")
        .satisfies(refused(REFUSED));
    if (phase == Phase.OPEN) {
      var unsent = given.open(province.somebody(Role.CLERK));
      assertThat(tried(unsent, answer)).isEqualTo(1);
    }
    assertThatThrownBy(() -> tried(round, report.formatted(phase == Phase.DRAFT ? "" : "not")))
        .as("a report before the opening, or a second time")
        .satisfies(refused(REFUSED));
  }

  static Stream<Phase> phases() {
    return Stream.of(Phase.values());
  }

  /** Tries a statement as the application's role and takes it back; how many rows it changed. */
  private int tried(Round round, String statement) {
    return java.util.Objects.requireNonNull(
        new TransactionTemplate(transactions)
            .execute(status -> {
              status.setRollbackOnly();
              return sql.sql(statement).param("round", round.id()).update();
            }));
  }

  private static java.util.function.Consumer<Throwable> refused(String state) {
    return error -> {
      assertThat(error).isInstanceOf(DataAccessException.class);
      var cause = ((DataAccessException) error).getMostSpecificCause();
      assertThat(cause).isInstanceOf(java.sql.SQLException.class);
      assertThat(((java.sql.SQLException) cause).getSQLState()).isEqualTo(state);
    };
  }
}
