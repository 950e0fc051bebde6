package thangdiem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.account.Accounts;
import thangdiem.account.DemoAccount;
import thangdiem.account.Person;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;
import thangdiem.database.PreparedDatabase;
import thangdiem.database.StartRefusal;
import thangdiem.exchange.CriteriaSource;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.words.VietnamTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The made-up province of the demo (dữ liệu dùng thử): the 32 units of the decision, a rehearsal of
 * 2016 that is over, and the round of 2017 two days before its deadline. Everything goes through
 * the same acts as in earnest, at a clock that only the demo sets.
 */
@Component
class Demo {

  private static final String EDITION = "hau-giang-ict/2017";
  private static final int LAST_YEAR = 2016;
  private static final int THIS_YEAR = 2017;
  private static final OffsetDateTime NOW = vietnam(2017, 12, 12, 9, 15);
  private static final int NOT_BEGUN = 2;
  private static final int SENT = 19;

  private final Accounts accounts;
  private final OrgUnits units;
  private final DemoUnits belowThem;
  private final Rounds rounds;
  private final Acts acts;
  private final JdbcClient sql;
  private final List<DemoAccount> offered;
  private final PreparedDatabase database;
  private final SplittableRandom random = new SplittableRandom(THIS_YEAR);

  Demo(
      Accounts accounts,
      OrgUnits units,
      DemoUnits belowThem,
      Rounds rounds,
      Acts acts,
      JdbcClient sql,
      List<DemoAccount> offered,
      PreparedDatabase database) {
    this.accounts = accounts;
    this.units = units;
    this.belowThem = belowThem;
    this.rounds = rounds;
    this.acts = acts;
    this.sql = sql;
    this.offered = offered;
    this.database = database;
  }

  /** The accounts to try it with. */
  List<DemoAccount> offered() {
    return offered;
  }

  /** Fills an empty installation. */
  void fill() {
    var criteria =
        Optional.ofNullable(System.getProperty("thangdiem.criteria"))
            .map(Path::of)
            .orElseThrow(() -> new StartRefusal("start.noSample"));
    var source = CriteriaSource.read(EDITION, List.of(criteria));
    database.setClock(vietnam(LAST_YEAR, 10, 10, 8, 0));
    var byCode = installUnits(source);
    installPeople(byCode);
    belowThem.install();
    var organiser = actor("chutri");
    var sample = sample(criteria);

    var rehearsal = round(organiser, LAST_YEAR, true, source);
    database.setClock(vietnam(LAST_YEAR, 12, 5, 9, 0));
    sample.forEach((unit, facts) -> {
      answer(rehearsal, byCode.get(unit), lastYears(facts), 1, vietnam(LAST_YEAR, 12, 5, 9, 0));
      submitted(
          rehearsal,
          byCode.get(unit),
          vietnam(LAST_YEAR, 12, 5 + random.nextInt(9), 8 + random.nextInt(9), 30));
    });
    for (var phase :
        List.of(Phase.VERIFYING, Phase.EXPLAINING, Phase.COUNCIL, Phase.ADOPTED, Phase.PUBLISHED)) {
      rounds.moveTo(organiser, rounds.named(rehearsal.key()), phase);
    }

    database.setClock(vietnam(THIS_YEAR, 10, 16, 8, 0));
    var round = round(organiser, THIS_YEAR, false, source);
    progress(round, byCode, sample);
    database.setClock(NOW);
  }

  private Map<String, UUID> installUnits(CriteriaSource source) {
    return acts.bySystem(
        Act.INSTALLED,
        event -> {
          var root = FirstAdministrator.provinceNamed("UBND tỉnh Hậu Giang");
          units.add(root);
          var byCode = new LinkedHashMap<String, UUID>();
          byCode.put(root.code(), root.id());
          units.takeOver(source.file().set(), event);
          units.all().forEach(unit -> byCode.put(unit.code(), unit.id()));
          event.with("units", byCode.size());
          return byCode;
        });
  }

  private void installPeople(Map<String, UUID> byCode) {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          for (var account : offered) {
            var worksIn = unit(byCode, account.unit());
            accounts.make(
                person(account.login(), account.name()),
                account.password(),
                worksIn,
                account.role(),
                account.role().heldInOwnUnit() ? worksIn : unit(byCode, "tinh"));
          }
          var names = new DemoNames();
          byCode.forEach((code, unit) -> {
            if (!code.equals("tinh") && !code.equals(DemoAccounts.CLERKS_UNIT)) {
              accounts.makeWithoutPassword(
                  new Person(
                      "dm." + code,
                      names.next(),
                      "Cán bộ đầu mối",
                      Optional.empty(),
                      Optional.of("0293 3" + (100_000 + random.nextInt(900_000)))),
                  unit,
                  Role.CLERK,
                  unit);
            }
          });
          return event.with("people", byCode.size());
        });
  }

  private static Person person(String login, String name) {
    return new Person(login, name, "", Optional.empty(), Optional.empty());
  }

  private static UUID unit(Map<String, UUID> byCode, String code) {
    return Optional.ofNullable(byCode.get(code)).orElseThrow();
  }

  private Actor actor(String login) {
    var account =
        sql.sql("select id from account where login = :login")
            .param("login", login)
            .query(UUID.class)
            .single();
    return accounts.actor(account).orElseThrow();
  }

  private Round round(Actor organiser, int year, boolean rehearsal, CriteriaSource source) {
    var draft = rounds.draft(organiser, year, rehearsal, source);
    rounds.setUnits(
        organiser,
        draft,
        units.all().stream().filter(unit -> unit.rankingGroup().isPresent()).toList());
    rounds.moveTo(organiser, draft, Phase.OPEN);
    return rounds.named(draft.key());
  }

  /** The facts of each unit in the made-up round that ships with the criteria set. */
  private static Map<String, Map<String, JsonNode>> sample(Path criteria) {
    var file = criteria.resolve(EDITION).resolve("sample").resolve("answers.json");
    if (!Files.exists(file)) {
      throw new StartRefusal("start.noSample");
    }
    var sample = new LinkedHashMap<String, Map<String, JsonNode>>();
    for (var unit : JsonMapper.shared().readTree(file).get("units")) {
      var facts = new LinkedHashMap<String, JsonNode>();
      unit.get("facts").properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
      sample.put(unit.get("unit").asString(), facts);
    }
    return sample;
  }

  /** A year earlier: every second unit had not yet what is a matter of yes or no. */
  private Map<String, JsonNode> lastYears(Map<String, JsonNode> facts) {
    var json = JsonMapper.shared();
    var earlier = new LinkedHashMap<String, JsonNode>();
    facts.forEach((fact, value) -> {
      if (value.isBoolean() && value.asBoolean() && random.nextInt(5) == 0) {
        earlier.put(fact, json.getNodeFactory().booleanNode(false));
      } else {
        earlier.put(fact, value);
      }
    });
    return earlier;
  }

  /** The running round: most have sent, some are at it, one has stopped, two have not begun. */
  private void progress(
      Round round, Map<String, UUID> byCode, Map<String, Map<String, JsonNode>> sample) {
    var codes = new ArrayList<>(sample.keySet());
    codes.remove(DemoAccounts.CLERKS_UNIT);
    for (int i = codes.size() - 1; i > 0; i--) {
      var other = random.nextInt(i + 1);
      var swapped = codes.get(i);
      codes.set(i, codes.get(other));
      codes.set(other, swapped);
    }
    for (int i = 0; i < codes.size(); i++) {
      var unit = unit(byCode, codes.get(i));
      var facts = Optional.ofNullable(sample.get(codes.get(i))).orElseThrow();
      if (i < SENT) {
        var at = vietnam(THIS_YEAR, 12, 2 + random.nextInt(10), 8 + random.nextInt(9), 20);
        answer(round, unit, facts, 1, at);
        submitted(round, unit, at);
      } else if (i >= SENT + NOT_BEGUN) {
        boolean stopped = i == codes.size() - 1;
        answer(
            round,
            unit,
            facts,
            (i - SENT) / (double) (codes.size() - SENT),
            stopped
                ? vietnam(THIS_YEAR, 12, 3, 15, 20)
                : vietnam(THIS_YEAR, 12, 11, 8 + i % 9, 12));
      }
    }
    answer(
        round,
        unit(byCode, DemoAccounts.CLERKS_UNIT),
        Optional.ofNullable(sample.get(DemoAccounts.CLERKS_UNIT)).orElseThrow(),
        0.6,
        vietnam(THIS_YEAR, 12, 12, 8, 40));
  }

  private void answer(
      Round round,
      @org.jspecify.annotations.Nullable UUID unit,
      Map<String, JsonNode> facts,
      double share,
      OffsetDateTime at) {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          int left = (int) Math.round(facts.size() * share);
          for (var fact : facts.entrySet()) {
            if (left-- > 0) {
              sql.sql(
                      """
                      insert into answer (round, unit, fact, value, at)
                      values (:round, :unit, :fact, :value, :at)
                      """)
                  .param("round", round.id())
                  .param("unit", unit)
                  .param("fact", fact.getKey())
                  .param("value", fact.getValue().toString())
                  .param("at", at)
                  .update();
            }
          }
          return event.with("round", round.key()).with("answers", facts.size());
        });
  }

  private void submitted(
      Round round, @org.jspecify.annotations.Nullable UUID unit, OffsetDateTime at) {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          sql.sql(
                  """
                  update round_unit set submitted_at = :at where round = :round and unit = :unit
                  """)
              .param("at", at)
              .param("round", round.id())
              .param("unit", unit)
              .update();
          return event.with("round", round.key()).with("submitted", String.valueOf(unit));
        });
  }

  private static OffsetDateTime vietnam(int year, int month, int day, int hour, int minute) {
    return LocalDateTime.of(year, month, day, hour, minute)
        .atZone(VietnamTime.ZONE)
        .toOffsetDateTime();
  }
}
