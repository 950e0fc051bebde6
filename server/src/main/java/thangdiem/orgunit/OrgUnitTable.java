package thangdiem.orgunit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of units. */
@Component
class OrgUnitTable {

  private final JdbcClient sql;

  OrgUnitTable(JdbcClient sql) {
    this.sql = sql;
  }

  List<OrgUnit> all() {
    return sql.sql(
            """
            select id, code, parent, kind, ranking_group, vertical, name, official_name, portal,
                   ordinal, valid_from, valid_to, version
              from org_unit
             order by ordinal, code
            """)
        .query((row, _) -> unit(row))
        .list();
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

  void add(OrgUnit unit) {
    sql.sql(
            """
            insert into org_unit (id, code, parent, kind, ranking_group, vertical, name,
                   official_name, folded, portal, ordinal, valid_from, valid_to)
            values (:id, :code, :parent, :kind, :group, :vertical, :name, :officialName, :folded,
                   :portal, :ordinal, :from, :to)
            """)
        .param("id", unit.id())
        .param("code", unit.code())
        .param("parent", unit.parent().orElse(null), java.sql.Types.OTHER)
        .param("kind", unit.kind().text())
        .param("group", unit.rankingGroup().orElse(null))
        .param("vertical", unit.vertical())
        .param("name", unit.name())
        .param("officialName", unit.officialName())
        .param("folded", Folded.of(unit.name() + " " + unit.officialName() + " " + unit.code()))
        .param("portal", unit.portal().orElse(null))
        .param("ordinal", unit.ordinal())
        .param("from", unit.validFrom().orElse(null), java.sql.Types.DATE)
        .param("to", unit.validTo().orElse(null), java.sql.Types.DATE)
        .update();
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
