package thangdiem;

import static thangdiem.Demo.vietnam;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Acts;
import thangdiem.database.StartRefusal;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.submission.Assessments;
import thangdiem.submission.Submissions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What units of the demo have answered (báo cáo dùng thử), out of the made-up round that ships with
 * the criteria set.
 */
@Component
class DemoReports {

  private static final int YEAR = 2017;
  private static final int[] DAYS = {4, 5, 6, 7, 8, 11, 12};
  static final int ALL = 100;

  private final DemoPeople people;
  private final Assessments assessments;
  private final Submissions submissions;
  private final Acts acts;
  private final JdbcClient sql;

  DemoReports(
      DemoPeople people,
      Assessments assessments,
      Submissions submissions,
      Acts acts,
      JdbcClient sql) {
    this.people = people;
    this.assessments = assessments;
    this.submissions = submissions;
    this.acts = acts;
    this.sql = sql;
  }

  /**
   * How far a unit is in the running round.
   *
   * @param share of its facts in percent
   * @param last when it was last at it, where not on the day of its place in the list
   * @param signsIn when its clerk came without answering
   */
  record Progress(
      int share, boolean sends, Optional<OffsetDateTime> last, Optional<OffsetDateTime> signsIn) {

    static Progress of(String unit) {
      return switch (unit) {
        case DemoPeople.WITHOUT_PEOPLE, "ngan-hang-nha-nuoc" -> at(0, Optional.empty());
        case "kho-bac-nha-nuoc-hau-giang" ->
            new Progress(0, false, Optional.empty(), Optional.of(vietnam(YEAR, 12, 8, 10, 30)));
        case "ubnd-lam-thoi-huyen-long-my" -> at(15, Optional.of(vietnam(YEAR, 12, 11, 16, 5)));
        case "ubnd-huyen-chau-thanh" -> at(30, Optional.of(vietnam(YEAR, 12, 3, 15, 20)));
        case ASKING -> at(45, Optional.of(vietnam(YEAR, 12, 11, 16, 48)));
        case DemoAccounts.CLERKS_UNIT -> at(60, Optional.of(vietnam(YEAR, 12, 12, 8, 40)));
        case "cuc-thong-ke-tinh" -> at(70, Optional.of(vietnam(YEAR, 12, 12, 8, 31)));
        case "so-van-hoa-the-thao-du-lich" -> at(92, Optional.of(vietnam(YEAR, 12, 12, 9, 2)));
        case "so-xay-dung" -> at(ALL, Optional.of(vietnam(YEAR, 12, 8, 17, 5)));
        case "so-giao-thong-van-tai" -> at(ALL, Optional.of(vietnam(YEAR, 12, 12, 7, 50)));
        default -> new Progress(ALL, true, Optional.empty(), Optional.empty());
      };
    }

    private static final String ASKING = "so-lao-dong-tb-va-xh";

    private static Progress at(int share, Optional<OffsetDateTime> last) {
      return new Progress(share, false, last, Optional.empty());
    }

    /** When it was last at it: its own time, or one of the working days before the deadline. */
    OffsetDateTime at(int place) {
      int day = DAYS[place * 5 % DAYS.length];
      int hour = day == DAYS[DAYS.length - 1] ? 8 : 8 + place % 9;
      return last.orElseGet(() -> vietnam(YEAR, 12, day, hour, place * 7 % 60));
    }
  }

  /**
   * The facts of each unit in the made-up round.
   *
   * @param notApplicable what does not apply to it
   */
  record Sample(
      Map<String, Map<String, JsonNode>> byUnit, Map<String, List<String>> notApplicable) {

    Map<String, JsonNode> of(String unit) {
      return Optional.ofNullable(byUnit.get(unit)).orElseThrow();
    }

    /** A year earlier. */
    Map<String, JsonNode> yearBefore(String unit) {
      return before(unit, 1);
    }

    /** Of what is a matter of yes or no, a fifth of it for each year earlier was not there yet. */
    Map<String, JsonNode> before(String unit, int years) {
      var earlier = new LinkedHashMap<String, JsonNode>();
      of(unit)
          .forEach((fact, value) -> {
            boolean notYet =
                value.isBoolean() && Math.floorMod((unit + fact).hashCode(), 5) < years;
            earlier.put(
                fact, notYet ? JsonMapper.shared().getNodeFactory().booleanNode(false) : value);
          });
      return earlier;
    }
  }

  static Sample sample(Path edition) {
    var file = edition.resolve("sample").resolve("answers.json");
    if (!Files.exists(file)) {
      throw new StartRefusal("start.noSample");
    }
    var byUnit = new LinkedHashMap<String, Map<String, JsonNode>>();
    var notApplicable = new LinkedHashMap<String, List<String>>();
    for (var unit : JsonMapper.shared().readTree(file).get("units")) {
      var facts = new LinkedHashMap<String, JsonNode>();
      unit.get("facts").properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
      byUnit.put(unit.get("unit").asString(), facts);
      notApplicable.put(
          unit.get("unit").asString(),
          unit.path("notApplicable").valueStream().map(JsonNode::asString).toList());
    }
    return new Sample(byUnit, notApplicable);
  }

  /** A unit answers everything, shows its papers and sends its report. */
  void report(Round round, RoundUnit unit, Map<String, JsonNode> facts, Runnable papers) {
    answer(round, unit, facts, ALL);
    papers.run();
    send(round, unit);
  }

  /** A unit answers the first facts, that share of them in percent. */
  void answer(Round round, RoundUnit unit, Map<String, JsonNode> facts, int share) {
    var some = facts.entrySet().stream().limit((long) facts.size() * share / ALL).toList();
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          sql.sql(
                  """
                  insert into answer (round, unit, fact, value, at)
                  select :round, :unit, fact, value, now_effective()
                    from unnest(:facts::text[], :values::text[]) as given (fact, value)
                  """)
              .param("round", round.id())
              .param("unit", unit.unit())
              .param("facts", some.stream().map(Map.Entry::getKey).toArray(String[]::new))
              .param(
                  "values",
                  some.stream().map(fact -> fact.getValue().toString()).toArray(String[]::new))
              .update();
          return event
              .with("round", round.key())
              .with("unit", unit.code())
              .with("answers", some.size());
        });
  }

  /** A unit says that something does not apply to it. */
  void claim(Round round, RoundUnit unit, List<String> codes, UUID clerk) {
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          sql.sql(
                  """
                  insert into not_applicable_claim (round, unit, code, reason, at, by_account)
                  select :round, :unit, code, :reason, now_effective(), :clerk
                    from unnest(:codes::text[]) code
                  """)
              .param("round", round.id())
              .param("unit", unit.unit())
              .param("reason", "Đơn vị không có thủ tục hành chính hoặc đơn vị trực thuộc")
              .param("clerk", clerk)
              .param("codes", codes.toArray(String[]::new))
              .update();
          return event.with("round", round.key()).with("claims", unit.code());
        });
  }

  /** A unit sends its report: signed where the demo has a head who signs, else only told. */
  void send(Round round, RoundUnit unit) {
    if (unit.code().equals(DemoAccounts.CLERKS_UNIT)) {
      var head = people.actor("thutruong");
      submissions.submit(head, assessments.of(head, round.key(), unit.code()));
      return;
    }
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          sql.sql(
                  """
                  update round_unit set submitted_at = now_effective()
                   where round = :round and unit = :unit
                  """)
              .param("round", round.id())
              .param("unit", unit.unit())
              .update();
          return event.with("round", round.key()).with("sent", unit.code());
        });
  }
}
