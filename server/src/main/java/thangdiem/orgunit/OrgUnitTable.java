package thangdiem.orgunit;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Refusal;
import thangdiem.search.Folded;

/** The rows of units, their groups and their past. */
@Component
class OrgUnitTable {

  private static final int BATCH = 500;

  private final JdbcClient sql;
  private final JdbcTemplate batches;

  OrgUnitTable(JdbcClient sql, JdbcTemplate batches) {
    this.sql = sql;
    this.batches = batches;
  }

  /** In the decision's order: the province, group by group, as numbered in each. */
  List<OrgUnit> all() {
    return sql.sql(
            """
            select org_unit.id, org_unit.code, parent, kind, ranking_group, vertical,
                   org_unit.name, official_name, portal, org_unit.ordinal, valid_from, valid_to,
                   version
              from org_unit
              left join ranking_group on ranking_group.code = org_unit.ranking_group
             order by kind <> 'province', ranking_group.ordinal nulls last, org_unit.ordinal,
                   org_unit.code
            """)
        .query((row, _) -> unit(row))
        .list();
  }

  /** In Vietnamese order of the names: "Xã số 2" before "Xã số 10", Đ after D. */
  List<OrgUnit> byName() {
    return sql.sql(
            """
            select id, code, parent, kind, ranking_group, vertical, name, official_name, portal,
                   ordinal, valid_from, valid_to, version
              from org_unit
             order by kind <> 'province', name collate vietnamese, code
            """)
        .query((row, _) -> unit(row))
        .list();
  }

  /** Makes others who change units wait: whether a change fits is a matter of all units. */
  void lock() {
    sql.sql("select pg_advisory_xact_lock(hashtext('org_unit'))").query((_, _) -> 0).list();
  }

  Optional<OrgUnit> byCode(String code) {
    return sql.sql(
            """
            select id, code, parent, kind, ranking_group, vertical, name, official_name, portal,
                   ordinal, valid_from, valid_to, version
              from org_unit
             where code = :code
            """)
        .param("code", code)
        .query((row, _) -> unit(row))
        .optional();
  }

  Optional<OrgUnit> byId(UUID id) {
    return sql.sql(
            """
            select id, code, parent, kind, ranking_group, vertical, name, official_name, portal,
                   ordinal, valid_from, valid_to, version
              from org_unit
             where id = :id
            """)
        .param("id", id)
        .query((row, _) -> unit(row))
        .optional();
  }

  Optional<OrgUnit> province() {
    return sql.sql(
            """
            select id, code, parent, kind, ranking_group, vertical, name, official_name, portal,
                   ordinal, valid_from, valid_to, version
              from org_unit
             where kind = 'province'
             order by code
             limit 1
            """)
        .query((row, _) -> unit(row))
        .optional();
  }

  List<RankingGroup> groups() {
    return sql.sql(
            """
            select code, name, short_name, ordinal, ranked
              from ranking_group
             order by ordinal, code
            """)
        .query((row, _) ->
            new RankingGroup(
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                row.getInt("ordinal"),
                row.getBoolean("ranked")))
        .list();
  }

  void name(RankingGroup group) {
    sql.sql(
            """
            insert into ranking_group (code, name, short_name, ordinal, ranked)
            values (:code, :name, :shortName, :ordinal, :ranked)
            on conflict (code) do update
               set name = excluded.name, short_name = excluded.short_name,
                   ordinal = excluded.ordinal, ranked = excluded.ranked
            """)
        .param("code", group.code())
        .param("name", group.name())
        .param("shortName", group.shortName())
        .param("ordinal", group.ordinal())
        .param("ranked", group.ranked())
        .update();
  }

  void add(Collection<OrgUnit> units) {
    batches.batchUpdate(
        """
        insert into org_unit (id, code, parent, kind, ranking_group, vertical, name,
               official_name, folded, portal, ordinal, valid_from, valid_to)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        units,
        BATCH,
        (row, unit) -> {
          row.setObject(1, unit.id());
          row.setString(2, unit.code());
          row.setObject(3, unit.parent().orElse(null), Types.OTHER);
          row.setString(4, unit.kind().text());
          row.setString(5, unit.rankingGroup().orElse(null));
          row.setBoolean(6, unit.vertical());
          row.setString(7, unit.name());
          row.setString(8, unit.officialName());
          row.setString(9, folded(unit));
          row.setString(10, unit.portal().orElse(null));
          row.setInt(11, unit.ordinal());
          row.setDate(12, unit.validFrom().map(Date::valueOf).orElse(null));
          row.setDate(13, unit.validTo().map(Date::valueOf).orElse(null));
        });
  }

  /**
   * Changes a unit from the version that it names.
   *
   * @throws Refusal when somebody else has changed it since
   */
  void change(OrgUnit unit) {
    int changed =
        sql.sql(
                """
                update org_unit
                   set parent = :parent, kind = :kind, ranking_group = :group,
                       vertical = :vertical, name = :name, official_name = :officialName,
                       folded = :folded, portal = :portal, ordinal = :ordinal,
                       valid_from = :from, valid_to = :to, version = version + 1
                 where id = :id and version = :version
                """)
            .param("parent", unit.parent().orElse(null), Types.OTHER)
            .param("kind", unit.kind().text())
            .param("group", unit.rankingGroup().orElse(null))
            .param("vertical", unit.vertical())
            .param("name", unit.name())
            .param("officialName", unit.officialName())
            .param("folded", folded(unit))
            .param("portal", unit.portal().orElse(null))
            .param("ordinal", unit.ordinal())
            .param("from", unit.validFrom().orElse(null), Types.DATE)
            .param("to", unit.validTo().orElse(null), Types.DATE)
            .param("id", unit.id())
            .param("version", unit.version())
            .update();
    if (changed != 1) {
      throw new Refusal("unit.changedMeanwhile", unit.name());
    }
  }

  private static String folded(OrgUnit unit) {
    return Folded.of(unit.name() + " " + unit.officialName() + " " + unit.code());
  }

  private static OrgUnit unit(ResultSet row) throws SQLException {
    return new OrgUnit(
        row.getObject("id", UUID.class),
        row.getString("code"),
        Optional.ofNullable(row.getObject("parent", UUID.class)),
        OrgUnit.Kind.of(row.getString("kind")),
        Optional.ofNullable(row.getString("ranking_group")),
        row.getBoolean("vertical"),
        row.getString("name"),
        row.getString("official_name"),
        Optional.ofNullable(row.getString("portal")),
        row.getInt("ordinal"),
        Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
        row.getInt("version"));
  }
}
