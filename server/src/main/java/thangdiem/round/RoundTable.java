package thangdiem.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.criteria.Points;
import thangdiem.orgunit.OrgUnit;
import thangdiem.scoring.Policy;

/** The rows of rounds and of what belongs to them. */
@Component
class RoundTable {

  private final JdbcClient sql;

  RoundTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The time of decisions. */
  OffsetDateTime now() {
    return sql.sql("select now_effective()").query(OffsetDateTime.class).single();
  }

  List<Round> all() {
    return sql.sql(
            """
            select id, year, rehearsal, name, criteria_id, criteria_sha256, policy, phase,
                   opened_at, version
              from round
             order by year desc, rehearsal
            """)
        .query((row, _) -> round(row))
        .list();
  }

  Optional<Round> byKey(String key) {
    return Round.year(key)
        .flatMap(year ->
            sql.sql(
                    """
                    select id, year, rehearsal, name, criteria_id, criteria_sha256, policy, phase,
                           opened_at, version
                      from round
                     where year = :year and rehearsal = :rehearsal
                    """)
                .param("year", year)
                .param("rehearsal", Round.isRehearsal(key))
                .query((row, _) -> round(row))
                .optional());
  }

  private static Round round(ResultSet row) throws SQLException {
    return new Round(
        row.getObject("id", UUID.class),
        row.getInt("year"),
        row.getBoolean("rehearsal"),
        row.getString("name"),
        row.getString("criteria_id"),
        row.getString("criteria_sha256"),
        policy(row.getString("policy")),
        Phase.valueOf(row.getString("phase")),
        Optional.ofNullable(row.getObject("opened_at", OffsetDateTime.class)),
        row.getInt("version"));
  }

  private static Policy policy(String text) {
    var policy = Policy.DEFAULT;
    for (var line : text.lines().toList()) {
      int equals = line.indexOf('=');
      policy = policy.with(line.substring(0, equals), line.substring(equals + 1));
    }
    return policy;
  }

  private static String text(Policy policy) {
    return String.join(
        "\n",
        policy.settings().entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .toList());
  }

  /** The text of the criteria set that the round keeps. */
  String criteriaYaml(UUID round) {
    return sql.sql("select criteria_yaml from round where id = :round")
        .param("round", round)
        .query(String.class)
        .single();
  }

  void add(Round round, String yaml) {
    sql.sql(
            """
            insert into round (id, year, rehearsal, name, criteria_id, criteria_yaml,
                   criteria_sha256, policy, phase, created_at)
            values (:id, :year, :rehearsal, :name, :edition, :yaml, :sha256, :policy, :phase,
                   now_effective())
            """)
        .param("id", round.id())
        .param("year", round.year())
        .param("rehearsal", round.rehearsal())
        .param("name", round.name())
        .param("edition", round.edition())
        .param("yaml", yaml)
        .param("sha256", round.criteriaSha256())
        .param("policy", text(round.policy()))
        .param("phase", round.phase().name())
        .update();
  }

  /** Sets what the round is judged by; false when somebody changed the round meanwhile. */
  boolean setRules(Round read, String edition, String yaml, String sha256, Policy policy) {
    return sql.sql(
                """
                update round
                   set criteria_id = :edition, criteria_yaml = :yaml, criteria_sha256 = :sha256,
                       policy = :policy, version = version + 1
                 where id = :id and version = :version
                """)
            .param("edition", edition)
            .param("yaml", yaml)
            .param("sha256", sha256)
            .param("policy", text(policy))
            .param("id", read.id())
            .param("version", read.version())
            .update()
        == 1;
  }

  /** Moves the round on; false when it is no longer where it was read. */
  boolean setPhase(Round read, Phase to) {
    return sql.sql(
                """
                update round
                   set phase = :to, version = version + 1,
                       opened_at = case when :to = 'OPEN' then now_effective() else opened_at end
                 where id = :id and version = :version and phase = :from
                """)
            .param("to", to.name())
            .param("from", read.phase().name())
            .param("id", read.id())
            .param("version", read.version())
            .update()
        == 1;
  }

  RoundCalendar calendar(UUID round) {
    var instants = new EnumMap<Milestone, OffsetDateTime>(Milestone.class);
    sql.sql("select milestone, at from round_instant where round = :round")
        .param("round", round)
        .query((row, _) ->
            instants.put(
                Milestone.valueOf(row.getString("milestone")),
                row.getObject("at", OffsetDateTime.class)))
        .list();
    return new RoundCalendar(instants);
  }

  void setCalendar(UUID round, RoundCalendar calendar) {
    sql.sql("delete from round_instant where round = :round").param("round", round).update();
    calendar
        .instants()
        .forEach((milestone, at) ->
            sql.sql(
                    """
                    insert into round_instant (round, milestone, at)
                    values (:round, :milestone, :at)
                    """)
                .param("round", round)
                .param("milestone", milestone.name())
                .param("at", at)
                .update());
  }

  /** The amount of each kind of deduction; absent: recorded, without effect. */
  Map<String, Optional<Points>> deductions(UUID round) {
    var amounts = new LinkedHashMap<String, Optional<Points>>();
    sql.sql("select kind, points from round_deduction where round = :round order by kind")
        .param("round", round)
        .query((row, _) ->
            amounts.put(
                row.getString("kind"),
                Optional.ofNullable(row.getString("points")).map(Points::of)))
        .list();
    return amounts;
  }

  void setDeductions(UUID round, Map<String, Optional<Points>> amounts) {
    sql.sql("delete from round_deduction where round = :round").param("round", round).update();
    amounts.forEach((kind, points) ->
        sql.sql("insert into round_deduction (round, kind, points) values (:round, :kind, :points)")
            .param("round", round)
            .param("kind", kind)
            .param("points", points.map(Points::toString).orElse(null))
            .update());
  }

  /** The units that take part, in the decision's order. */
  List<RoundUnit> units(UUID round) {
    return sql.sql(
            """
            select unit, code, name, ranking_group, ordinal, submitted_at
              from round_unit
             where round = :round
             order by ranking_group, ordinal, code
            """)
        .param("round", round)
        .query((row, _) ->
            new RoundUnit(
                row.getObject("unit", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("ranking_group"),
                row.getInt("ordinal"),
                Optional.ofNullable(row.getObject("submitted_at", OffsetDateTime.class))))
        .list();
  }

  void setUnits(UUID round, Collection<OrgUnit> units) {
    sql.sql("delete from round_unit where round = :round").param("round", round).update();
    for (var unit : units) {
      sql.sql(
              """
              insert into round_unit (round, unit, code, name, ranking_group, ordinal)
              values (:round, :unit, :code, :name, :group, :ordinal)
              """)
          .param("round", round)
          .param("unit", unit.id())
          .param("code", unit.code())
          .param("name", unit.name())
          .param("group", unit.rankingGroup().orElseThrow())
          .param("ordinal", unit.ordinal())
          .update();
    }
  }

  List<Extension> extensions(UUID round) {
    return sql.sql(
            """
            select unit.unit, unit.name, until_instant, reason, document, extension.at
              from round_extension extension
              join round_unit unit using (round, unit)
             where extension.round = :round
             order by extension.at desc
            """)
        .param("round", round)
        .query((row, _) ->
            new Extension(
                row.getObject("unit", UUID.class),
                row.getString("name"),
                row.getObject("until_instant", OffsetDateTime.class),
                row.getString("reason"),
                row.getString("document"),
                row.getObject("at", OffsetDateTime.class)))
        .list();
  }

  void extend(UUID round, Extension extension, UUID by) {
    sql.sql(
            """
            insert into round_extension
                   (id, round, unit, until_instant, reason, document, at, by_account)
            values (:id, :round, :unit, :until, :reason, :document, :at, :by)
            """)
        .param("id", UUID.randomUUID())
        .param("round", round)
        .param("unit", extension.unit())
        .param("until", extension.until())
        .param("reason", extension.reason())
        .param("document", extension.document())
        .param("at", extension.grantedAt())
        .param("by", by)
        .update();
  }

  WorkingDays workingDays() {
    var exceptions = new LinkedHashMap<LocalDate, WorkingDays.SpecialDay>();
    exceptionsOf(0).forEach(exception -> exceptions.put(exception.day(), exception));
    return new WorkingDays(exceptions);
  }

  /** The days of a year that are not what the week says; of all years for 0. */
  List<WorkingDays.SpecialDay> exceptionsOf(int year) {
    return sql.sql(
            """
            select day, name, working from calendar_day
             where :year = 0 or extract(year from day) = :year
             order by day
            """)
        .param("year", year)
        .query((row, _) ->
            new WorkingDays.SpecialDay(
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                row.getBoolean("working")))
        .list();
  }

  void setExceptions(int year, List<WorkingDays.SpecialDay> days) {
    sql.sql("delete from calendar_day where extract(year from day) = :year")
        .param("year", year)
        .update();
    for (var day : days) {
      sql.sql("insert into calendar_day (day, name, working) values (:day, :name, :working)")
          .param("day", day.day())
          .param("name", day.name())
          .param("working", day.working())
          .update();
    }
  }

  /** The answers of a round as JSON values, by unit and fact. */
  Map<UUID, Map<String, String>> answers(UUID round) {
    var byUnit = new LinkedHashMap<UUID, Map<String, String>>();
    sql.sql("select unit, fact, value from answer where round = :round order by unit, fact")
        .param("round", round)
        .query((row, _) ->
            byUnit
                .computeIfAbsent(row.getObject("unit", UUID.class), _ -> new LinkedHashMap<>())
                .put(row.getString("fact"), row.getString("value")))
        .list();
    return byUnit;
  }

  /** How much a unit has answered of a section, and when it was last at it. */
  record Answered(UUID unit, String section, int facts, OffsetDateTime last) {}

  List<Answered> answered(UUID round, Map<String, String> sectionOfFact) {
    var facts = new ArrayList<>(sectionOfFact.keySet());
    return sql.sql(
            """
            select unit, place.section, count(*) as facts, max(at) as last
              from answer
              join unnest(:facts::text[], :sections::text[]) as place (fact, section)
             using (fact)
             where round = :round
             group by unit, place.section
            """)
        .param("facts", facts.toArray(String[]::new), Types.ARRAY)
        .param(
            "sections", facts.stream().map(sectionOfFact::get).toArray(String[]::new), Types.ARRAY)
        .param("round", round)
        .query((row, _) ->
            new Answered(
                row.getObject("unit", UUID.class),
                row.getString("section"),
                row.getInt("facts"),
                row.getObject("last", OffsetDateTime.class)))
        .list();
  }

  /** The clerks of the units of a round, with their last sign-in and their last nudge. */
  List<FocalPoint> focalPoints(UUID round) {
    return sql.sql(
            """
            select held.unit, account.id, account.name, account.phone, account.email,
                   account.last_sign_in,
                   (select max(nudge.at) from nudge
                     where nudge.round = :round and nudge.account = account.id) as last_nudge
              from round_unit
              join account_role held on held.unit = round_unit.unit and held.role = 'CLERK'
              join account on account.id = held.account and account.disabled_at is null
             where round_unit.round = :round
             order by account.name
            """)
        .param("round", round)
        .query((row, _) ->
            new FocalPoint(
                row.getObject("unit", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(row.getObject("last_sign_in", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("last_nudge", OffsetDateTime.class))))
        .list();
  }

  UUID nudge(UUID round, FocalPoint whom, UUID by, String message, OffsetDateTime at) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into nudge (id, round, unit, account, at, by_account, message, email)
            values (:id, :round, :unit, :account, :at, :by, :message, 'none')
            """)
        .param("id", id)
        .param("round", round)
        .param("unit", whom.unit())
        .param("account", whom.account())
        .param("at", at)
        .param("by", by)
        .param("message", message)
        .update();
    return id;
  }

  void nudgeMailed(UUID nudge, boolean sent) {
    sql.sql("update nudge set email = :email where id = :id")
        .param("email", sent ? "sent" : "failed")
        .param("id", nudge)
        .update();
  }

  /** The nudges of somebody that they have not put away. */
  List<NudgeNote> nudgesOf(UUID account) {
    return sql.sql(
            """
            select nudge.id, nudge.at, nudge.message, round.year, round.rehearsal
              from nudge join round on round.id = nudge.round
             where nudge.account = :account and nudge.seen_at is null
             order by nudge.at desc
            """)
        .param("account", account)
        .query((row, _) ->
            new NudgeNote(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                row.getString("message")))
        .list();
  }

  boolean seen(UUID nudge, UUID account) {
    return sql.sql(
                """
                update nudge set seen_at = now_effective()
                 where id = :id and account = :account and seen_at is null
                """)
            .param("id", nudge)
            .param("account", account)
            .update()
        == 1;
  }

  /** Units submitted on each day, in Vietnam time. */
  Map<LocalDate, Integer> submittedPerDay(UUID round) {
    var days = new LinkedHashMap<LocalDate, Integer>();
    sql.sql(
            """
            select (submitted_at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*) as units
              from round_unit
             where round = :round and submitted_at is not null
             group by 1 order by 1
            """)
        .param("round", round)
        .query((row, _) -> days.put(row.getObject("day", LocalDate.class), row.getInt("units")))
        .list();
    return days;
  }
}
