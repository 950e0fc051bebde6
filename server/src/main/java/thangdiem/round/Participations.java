package thangdiem.round;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.NotFound;
import thangdiem.audit.Role;
import thangdiem.audit.Together;

/**
 * Which unit takes part in which round, how long, and who of its readers reaches it; everything in
 * one question to the database, for the pages that are opened most.
 */
@Component
public class Participations {

  private final JdbcClient sql;
  private final Together<Asked, Optional<Participation>> together = Together.all(this::find);

  Participations(JdbcClient sql) {
    this.sql = sql;
  }

  private record Asked(
      Actor reader, Collection<Role> readers, int year, boolean rehearsal, String unit) {}

  /**
   * The part of a unit in a round, in the phase that the reader is told ({@link Embargo}).
   *
   * @param readers the roles that may look into it
   * @throws NotFound when the unit takes no part, or none of the reader's roles reaches it
   */
  public Participation of(Actor reader, Collection<Role> readers, String round, String unit) {
    return Round.year(round)
        .flatMap(year ->
            together.serve(new Asked(reader, readers, year, Round.isRehearsal(round), unit)))
        .filter(part -> !part.roles().isEmpty())
        .orElseThrow(() -> new NotFound(unit + " in round " + round));
  }

  private List<Optional<Participation>> find(List<Asked> asked) {
    var found = new Participation[asked.size()];
    sql.sql(
            """
            select said.place, round.id, round.year, round.rehearsal, round.name, round.criteria_id,
                   round.criteria_sha256, round.policy, round.opened_at,
                   case when round.phase = 'PUBLISHED' and not said.told
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
              from unnest(:years, :rehearsals, :units, :told) with ordinality
                     said (year, rehearsal, unit, told, place)
              join round on round.year = said.year and round.rehearsal = said.rehearsal
              join round_unit one on one.round = round.id and one.code = said.unit
              join round_instant deadline
                on deadline.round = round.id and deadline.milestone = 'DEADLINE'
            """)
        .param("years", each(asked, Asked::year, Integer[]::new), Types.ARRAY)
        .param("rehearsals", each(asked, Asked::rehearsal, Boolean[]::new), Types.ARRAY)
        .param("units", each(asked, Asked::unit, String[]::new), Types.ARRAY)
        .param(
            "told", each(asked, one -> Embargo.isTold(one.reader()), Boolean[]::new), Types.ARRAY)
        .query((row, _) -> {
          int place = row.getInt("place") - 1;
          return found[place] = participation(asked.get(place), row);
        })
        .list();
    return Arrays.stream(found).map(Optional::ofNullable).toList();
  }

  private static <T> T[] each(List<Asked> asked, Function<Asked, T> of, IntFunction<T[]> array) {
    return Together.padded(asked.stream().map(of), array);
  }

  private static Participation participation(Asked asked, ResultSet row) throws SQLException {
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
        roles(asked, row.getArray("above")),
        row.getObject("now", OffsetDateTime.class));
  }

  /** What the reader holds was read when the request came, and is read again by each act. */
  private static Set<Role> roles(Asked asked, Array above) throws SQLException {
    var units = Set.of((UUID[]) above.getArray());
    var roles = EnumSet.noneOf(Role.class);
    for (var grant : asked.reader().grants()) {
      if (asked.readers().contains(grant.role()) && units.contains(grant.unit())) {
        roles.add(grant.role());
      }
    }
    return roles;
  }
}
