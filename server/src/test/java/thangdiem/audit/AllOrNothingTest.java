package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import thangdiem.Installation;
import thangdiem.Province;
import thangdiem.account.Accounts;
import thangdiem.account.Person;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.Extensions;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundCalendar;
import thangdiem.round.RoundSetup;
import thangdiem.round.Rounds;

/**
 * Whichever statement of an act fails – each in turn, and the commit – nothing has happened: no row
 * differs, and there is no event. When none fails, the event is there.
 */
class AllOrNothingTest {

  private static Installation installation;
  private static Province province;
  private static Actor organiser;
  private static Map<Role, Actor> people;
  private static JdbcTemplate looking;
  private static String hashesOfAllTables;

  @BeforeAll
  static void aProvinceIsThere() {
    installation = Installation.fresh(FailingDatabase.class);
    province = installation.bean(Province.class);
    people = new HashMap<>();
    for (var role : Role.values()) {
      people.put(role, province.actor(province.somebody(role)));
    }
    organiser = people.get(Role.ORGANISER);
    var superuser = Objects.requireNonNull(installation.superuser().getDataSource());
    looking = new JdbcTemplate(new SingleConnectionDataSource(connection(superuser), true));
    hashesOfAllTables = hashesOfAllTables();
    installation.bean(LedgerSequencer.class).sequence();
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  private static Connection connection(DataSource superuser) {
    try {
      return superuser.getConnection();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What a module does in one act. */
  record Verb(String name, Runnable does) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Verb> verbs() {
    return Stream.of(
        new Verb("draft a round", () -> rounds().draft(organiser, 2040, false, LivedIn.CRITERIA)),
        new Verb("set its rules", () -> setup().setCriteria(organiser, round(), LivedIn.CRITERIA)),
        new Verb(
            "set its units",
            () ->
                setup()
                    .setUnits(
                        organiser,
                        round(),
                        installation.bean(OrgUnits.class).all().stream()
                            .filter(unit -> unit.rankingGroup().isPresent())
                            .toList())),
        new Verb(
            "set its calendar",
            () ->
                setup()
                    .setCalendar(
                        organiser,
                        round(),
                        new RoundCalendar(rounds().calendar(round()).instants()))),
        new Verb(
            "set its deductions",
            () -> setup().setDeductions(organiser, round(), Map.of("x", Optional.empty()))),
        new Verb("open it", () -> rounds().moveTo(organiser, round(), Phase.OPEN)),
        new Verb(
            "propose more time",
            () ->
                extensions()
                    .propose(
                        organiser,
                        round(),
                        rounds().units(round()).getFirst(),
                        OffsetDateTime.parse("2041-01-01T00:00:00Z"),
                        "lý do",
                        "1/CV")),
        new Verb(
            "give more time",
            () ->
                extensions()
                    .confirm(
                        people.get(Role.ADMINISTRATOR),
                        round(),
                        extensions().proposed(round()).getFirst().id())),
        new Verb(
            "take over the units of the decision",
            () ->
                acts()
                    .run(
                        people.get(Role.ADMINISTRATOR),
                        Act.UNITS_IMPORTED,
                        Subject.PROVINCE,
                        event ->
                            installation
                                .bean(OrgUnits.class)
                                .takeOver(LivedIn.CRITERIA.file().set(), event))),
        new Verb(
            "make an account",
            () ->
                acts()
                    .bySystem(
                        Act.INVITATION_TAKEN_UP,
                        event ->
                            installation
                                .bean(Accounts.class)
                                .make(
                                    new Person(
                                        "moi", "Người mới", "", Optional.empty(), Optional.empty()),
                                    Province.PASSWORD,
                                    province.root(),
                                    Role.AUDITOR,
                                    province.root()))));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void anActOfAModuleHappensWhollyOrNotAtAll(Verb verb) {
    eachFailureInTurn(verb.does());
  }

  @ParameterizedTest
  @EnumSource(Act.class)
  void everyKindOfActHappensWhollyOrNotAtAll(Act act) {
    eachFailureInTurn(() -> {
      if (act.bySystem()) {
        acts().bySystem(act, AllOrNothingTest::twoDays);
      } else {
        acts().perform(whoMay(act), act, Subject.PROVINCE, AllOrNothingTest::twoDays);
      }
    });
  }

  private static Actor whoMay(Act act) {
    return act.forThemselves() ? organiser : people.get(act.roles().iterator().next());
  }

  private static String twoDays(Event event) {
    for (int i = 0; i < 2; i++) {
      installation
          .bean(JdbcClient.class)
          .sql(
              "insert into calendar_day (day, name, working)"
                  + " select coalesce(max(day), '2019-01-01') + 1, 'thử', false from calendar_day")
          .update();
    }
    event.personally("name", "Người làm");
    return "done";
  }

  private static void eachFailureInTurn(Runnable act) {
    var before = rows();
    for (int call = 1; ; call++) {
      FailingDatabase.failAt(call);
      try {
        act.run();
      } catch (RuntimeException e) {
        assertThat(causes(e)).anyMatch(FailingDatabase.Broken.class::isInstance);
      }
      if (!FailingDatabase.hasFailed()) {
        FailingDatabase.failAt(0);
        break;
      }
      assertThat(rows()).as("after call %s failed", call).isEqualTo(before);
    }
    assertThat(rows().get("ledger_event")).isNotEqualTo(before.get("ledger_event"));
    assertThat(installation.bean(LedgerVerification.class).verify().differences()).isEmpty();
  }

  private static List<Throwable> causes(Throwable thrown) {
    var causes = new ArrayList<Throwable>();
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  /** A hash of each table; of those that the sequencer fills at its own time, only their sum. */
  private static Map<String, String> rows() {
    var hashes = new HashMap<String, String>();
    looking.query(
        hashesOfAllTables,
        row -> {
          hashes.put(row.getString(1), row.getString(2));
        });
    return hashes;
  }

  private static String hashesOfAllTables() {
    return looking
            .queryForList(
                """
                select tablename from pg_tables
                 where schemaname = 'public' and tablename not like 'flyway%'
                   and tablename not in ('ledger_queue', 'ledger_leaf', 'ledger_checkpoint')
                """,
                String.class)
            .stream()
            .map(table ->
                "select '%1$s', md5(string_agg(row::text, '|' order by row::text)) from %1$s row"
                    .formatted(table))
            .collect(Collectors.joining(" union all "))
        + " union all select 'placed or waiting',"
        + " ((select count(*) from ledger_leaf) + (select count(*) from ledger_queue))::text";
  }

  @Test
  void aChangeWithoutAnEventIsRefusedByTheDatabase() {
    var app = installation.as(installation.database().access().application());
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> app.sql("update org_unit set name = 'khác'").update()))
        .hasMessageContaining("no event says so");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() ->
                app.sql("delete from account_role where unit = :unit")
                    .param("unit", province.root())
                    .update()))
        .hasMessageContaining("no event says so");
    app.sql("update account set last_sign_in = now() where id = :id")
        .param("id", UUID.randomUUID())
        .update();
  }

  private static Rounds rounds() {
    return installation.bean(Rounds.class);
  }

  private static RoundSetup setup() {
    return installation.bean(RoundSetup.class);
  }

  private static Extensions extensions() {
    return installation.bean(Extensions.class);
  }

  private static Round round() {
    return rounds().named("2040");
  }

  private static Acts acts() {
    return installation.bean(Acts.class);
  }
}
