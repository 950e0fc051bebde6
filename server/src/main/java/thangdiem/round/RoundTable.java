package thangdiem.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.scoring.Policy;

/** The rows of rounds. */
@Component
class RoundTable {

  private final JdbcClient sql;

  RoundTable(JdbcClient sql) {
    this.sql = sql;
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

  /**
   * The latest earlier round in which anything was answered; one that counts before a rehearsal.
   */
  Optional<Round> latestAnsweredBefore(int year) {
    return sql.sql(
            """
            select id, year, rehearsal, name, criteria_id, criteria_sha256, policy, phase,
                   opened_at, version
              from round
             where year < :year and exists (select 1 from answer where answer.round = round.id)
             order by year desc, rehearsal
             limit 1
            """)
        .param("year", year)
        .query((row, _) -> round(row))
        .optional();
  }

  static Round round(ResultSet row) throws SQLException {
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

  /** Sets what the round is judged by; its version was claimed before. */
  void setRules(UUID round, String edition, String yaml, String sha256, Policy policy) {
    sql.sql(
            """
            update round
               set criteria_id = :edition, criteria_yaml = :yaml, criteria_sha256 = :sha256,
                   policy = :policy
             where id = :id
            """)
        .param("edition", edition)
        .param("yaml", yaml)
        .param("sha256", sha256)
        .param("policy", text(policy))
        .param("id", round)
        .update();
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

  /** Claims the next version of a draft; false when somebody changed the round meanwhile. */
  boolean claim(Round read) {
    return sql.sql(
                """
                update round set version = version + 1
                 where id = :id and version = :version and phase = 'DRAFT'
                """)
            .param("id", read.id())
            .param("version", read.version())
            .update()
        == 1;
  }
}
