package thangdiem.round;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Role;

/**
 * Which unit takes part in which round, how long, and who of its readers reaches it; everything in
 * one question to the database, for the pages that are opened most.
 */
@Component
public class Participations {

  private final JdbcClient sql;

  Participations(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * The part of a unit in a round, in the phase that the reader is told ({@link Embargo}).
   *
   * @param readers the roles that may look into it
   * @throws NotFound when the unit takes no part, or none of the reader's roles reaches it
   */
  public Participation of(Actor reader, Collection<Role> readers, String round, String unit) {
    return Round.year(round)
        .flatMap(year -> find(reader, readers, year, Round.isRehearsal(round), unit))
        .filter(part -> !part.roles().isEmpty())
        .orElseThrow(() -> new NotFound(unit + " in round " + round));
  }

  private Optional<Participation> find(
      Actor reader, Collection<Role> readers, int year, boolean rehearsal, String unit) {
    return sql.sql(
            """
            select round.id, round.year, round.rehearsal, round.name, round.criteria_id,
                   round.criteria_sha256, round.policy, round.opened_at,
                   case when round.phase = 'PUBLISHED' and not :told
                             and awaits_its_hour(round.id) then 'ADOPTED'
                        else round.phase end as phase,
                   round.version, one.unit, one.code, one.name as unit_name, one.ranking_group,
                   one.ordinal, one.submitted_at, deadline.at as deadline,
                   (select max(until_instant) from round_extension
                     where round = one.round and unit = one.unit) as extended_until,
                   now_effective() as now,
                   array(
                     with recursive above as (
                       select id, parent from org_unit where id = one.unit
                       union
                       select org_unit.id, org_unit.parent
                         from org_unit join above on above.parent = org_unit.id)
                     select id from above) as above
              from round
              join round_unit one on one.round = round.id and one.code = :unit
              join round_instant deadline
                on deadline.round = round.id and deadline.milestone = 'DEADLINE'
             where round.year = :year and round.rehearsal = :rehearsal
            """)
        .param("told", Embargo.isTold(reader))
        .param("unit", unit)
        .param("year", year)
        .param("rehearsal", rehearsal)
        .query((row, _) -> participation(reader, readers, row))
        .optional();
  }

  private static Participation participation(Actor reader, Collection<Role> readers, ResultSet row)
      throws SQLException {
    var round = RoundTable.round(row);
    return new Participation(
        round,
        new RoundUnit(
            row.getObject("unit", UUID.class),
            row.getString("code"),
            row.getString("unit_name"),
            row.getString("ranking_group"),
            row.getInt("ordinal"),
            Optional.ofNullable(row.getObject("submitted_at", OffsetDateTime.class))),
        new SubmissionWindow(
            round.phase(),
            row.getObject("deadline", OffsetDateTime.class),
            Optional.ofNullable(row.getObject("extended_until", OffsetDateTime.class))),
        roles(reader, readers, row.getArray("above")),
        row.getObject("now", OffsetDateTime.class));
  }

  /** What the reader holds was read when the request came, and is read again by each act. */
  private static Set<Role> roles(Actor reader, Collection<Role> readers, Array above)
      throws SQLException {
    var units = Set.of((UUID[]) above.getArray());
    var roles = EnumSet.noneOf(Role.class);
    for (var grant : reader.grants()) {
      if (readers.contains(grant.role()) && units.contains(grant.unit())) {
        roles.add(grant.role());
      }
    }
    return roles;
  }
}
