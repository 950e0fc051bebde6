package thangdiem.submission;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.SubmissionWindow;

/** What says whose self-assessment it is, how long it may be worked on, and who may see it. */
@Component
class AssessmentTable {

  /** Who looks into what a unit states before it is published. */
  private static final String[] READERS =
      EnumSet.of(Role.CLERK, Role.HEAD, Role.ORGANISER, Role.VERIFIER, Role.AUDITOR).stream()
          .map(Role::name)
          .toArray(String[]::new);

  private final JdbcClient sql;

  AssessmentTable(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Assessment> find(Round round, CriteriaSet set, String unit, Actor reader) {
    return sql.sql(
            """
            select one.unit, one.code, one.name, one.ranking_group, one.ordinal, one.submitted_at,
                   deadline.at as deadline, deadline_of(one.round, one.unit) as late_from,
                   now_effective() as now,
                   array(
                     select distinct held.role
                       from account_role held
                      where held.account = :reader and held.role = any (:readers)
                        and held.unit in (
                          with recursive above as (
                            select id, parent from org_unit where id = one.unit
                            union
                            select org_unit.id, org_unit.parent
                              from org_unit join above on above.parent = org_unit.id)
                          select id from above)) as roles
              from round_unit one
              join round_instant deadline
                on deadline.round = one.round and deadline.milestone = 'DEADLINE'
             where one.round = :round and one.code = :unit
            """)
        .param("reader", reader.account())
        .param("readers", READERS, Types.ARRAY)
        .param("round", round.id())
        .param("unit", unit)
        .query((row, _) -> assessment(row, round, set, reader.account()))
        .optional();
  }

  private static Assessment assessment(ResultSet row, Round round, CriteriaSet set, UUID reader)
      throws SQLException {
    return new Assessment(
        round,
        set,
        new RoundUnit(
            row.getObject("unit", UUID.class),
            row.getString("code"),
            row.getString("name"),
            row.getString("ranking_group"),
            row.getInt("ordinal"),
            Optional.ofNullable(row.getObject("submitted_at", OffsetDateTime.class))),
        new SubmissionWindow(
            round.phase(),
            row.getObject("deadline", OffsetDateTime.class),
            Optional.of(row.getObject("late_from", OffsetDateTime.class))),
        reader,
        roles(row.getArray("roles")),
        row.getObject("now", OffsetDateTime.class));
  }

  private static Set<Role> roles(Array held) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    for (var role : (String[]) held.getArray()) {
      roles.add(Role.valueOf(role));
    }
    return roles;
  }
}
