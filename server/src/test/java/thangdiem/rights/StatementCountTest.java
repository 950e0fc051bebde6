package thangdiem.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.QuietDatabase;
import thangdiem.QuietTest;
import thangdiem.round.Phase;

/** A page asks the database as often for a large province as for a small one. */
@QuietTest
class StatementCountTest {

  private static final int MANY = 60;

  /** Signed before an export where the ledger has grown since the last one, and only there. */
  private static final String CHECKPOINT = "insert into ledger_checkpoint";

  @LocalServerPort private int port;
  @Autowired private Situation situation;
  @Autowired private Province province;

  private final JdbcClient sql = QuietDatabase.superuser();
  private Situation given;

  @BeforeEach
  void everybodyAndEveryRound() {
    given = situation.begun(port);
  }

  @AfterEach
  void asBefore() {
    given.rows().restore();
  }

  @Test
  void noPageAsksMoreOftenWhenThereIsMore() {
    make(1); // of everything a little, so that no page has nothing to ask for
    eachPage(); // what is read once a process is read now
    make(1); // what is kept until something changes is read again, as it is below
    var few = eachPage();
    make(MANY);
    var many = eachPage();

    few.forEach((request, asked) ->
        assertThat(many.get(request))
            .as("%s asks in a loop: %d statements where there is little", request, asked.size())
            .hasSizeLessThanOrEqualTo(asked.size()));
  }

  @Test
  void noPageAsksMoreOftenThanTheTableSays() {
    eachPage();
    var tooMany = new ArrayList<String>();
    eachPage()
        .forEach((request, asked) -> {
          if (asked.size() > request.route().statements()) {
            tooMany.add(
                request + ": " + asked.size() + " statements\n  " + String.join("\n  ", asked));
          }
        });
    assertThat(tooMany).isEmpty();
  }

  private record Request(Route route, Caller caller, Phase phase) {

    @Override
    public String toString() {
      return route + " as " + caller + " while " + phase;
    }
  }

  private Map<Request, List<String>> eachPage() {
    var asked = new LinkedHashMap<Request, List<String>>();
    for (var route : Route.all()) {
      for (var caller : given.callers()) {
        for (var phase : List.of(Phase.DRAFT, Phase.OPEN)) {
          boolean matters = phase == Phase.OPEN || Samples.namesARound(route.path());
          if (!route.unsafe() && route.allows(caller.role()) && matters) {
            asked.put(
                new Request(route, caller, phase),
                Statements.during(() -> Requests.of(route, given, caller, phase)).stream()
                    .map(statement -> statement.strip().replaceAll("\\s+", " "))
                    .filter(statement -> !statement.startsWith(CHECKPOINT))
                    .toList());
          }
        }
      }
    }
    return asked;
  }

  /** Units, people, and in each round what they have done and were told. */
  private void make(int many) {
    var units = Stream.generate(() -> province.agency("Đơn vị thứ n")).limit(many).toList();
    units.forEach(this::withPeopleAndAnswers);
    var organiser = given.of(thangdiem.audit.Role.ORGANISER);
    for (int i = 0; i < many; i++) {
      organiser.post("/sign-in", Map.of("login", "không có " + i, "password", "sai"));
    }
  }

  private void withPeopleAndAnswers(UUID unit) {
    var account = UUID.randomUUID();
    Stream.of(
            """
            insert into account (id, login, name, works_in, created_at)
            values (:account, :account::text, 'Người thứ n', :unit, now_effective())
            """,
            "insert into account_role (account, role, unit) values (:account, 'CLERK', :unit)",
            """
            insert into round_unit (round, unit, code, name, ranking_group, ordinal)
            select round.id, org_unit.id, org_unit.code, org_unit.name, ranking_group, org_unit.ordinal
              from round, org_unit where org_unit.id = :unit and :account is not null
            """,
            """
            insert into answer (round, unit, fact, value, at, by_account)
            select id, :unit, 'I.1.1', 'true', now_effective(), :account from round
            """,
            """
            insert into nudge (id, round, unit, account, at, by_account, message, email)
            select gen_random_uuid(), id, :unit, :account, now_effective(), :account, '', 'none'
              from round
            """,
            """
            insert into nudge (id, round, unit, account, at, by_account, message, email)
            select gen_random_uuid(), round.id, :unit, account.id, now_effective(), :account, '',
                   'none'
              from round, account where login not like '%-%-%'
            """,
            """
            insert into round_extension (id, round, unit, until_instant, reason, document, at, by_account)
            select gen_random_uuid(), id, :unit, now_effective() + interval '9 days', 'mất điện', 'CV',
                   now_effective(), :account
              from round
            """)
        .forEach(
            statement -> sql.sql(statement).param("unit", unit).param("account", account).update());
  }
}
