package thangdiem.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of plans: the latest version stands. */
@Component
class PlanTable {

  private final JdbcClient sql;

  PlanTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** A plan that has no number yet. */
  record New(
      OffsetDateTime starts,
      String place,
      String decision,
      Map<UUID, Plan.Post> team,
      List<Plan.Item> items) {}

  /** Adds the next version; false when somebody else has added it. */
  boolean add(UUID round, UUID unit, int version, New plan, UUID by) {
    int added =
        sql.sql(
                """
                insert into inspection_plan (round, unit, version, starts, place, decision, at, by_account)
                values (:round, :unit, :version, :starts, :place, :decision, now_effective(), :by)
                on conflict do nothing
                """)
            .param("round", round)
            .param("unit", unit)
            .param("version", version)
            .param("starts", plan.starts())
            .param("place", plan.place())
            .param("decision", plan.decision())
            .param("by", by)
            .update();
    if (added == 0) {
      return false;
    }
    plan.team().forEach((account, post) -> member(round, unit, version, account, post));
    plan.items().forEach(item -> item(round, unit, version, item));
    return true;
  }

  private void member(UUID round, UUID unit, int version, UUID account, Plan.Post post) {
    sql.sql(
            """
            insert into inspection_member (round, unit, version, account, post)
            values (:round, :unit, :version, :account, :post)
            """)
        .param("round", round)
        .param("unit", unit)
        .param("version", version)
        .param("account", account)
        .param("post", post.name())
        .update();
  }

  private void item(UUID round, UUID unit, int version, Plan.Item item) {
    sql.sql(
            """
            insert into inspection_item (round, unit, version, fact, declared, doubts)
            values (:round, :unit, :version, :fact, :declared, :doubts)
            """)
        .param("round", round)
        .param("unit", unit)
        .param("version", version)
        .param("fact", item.fact())
        .param("declared", item.declared())
        .param("doubts", item.doubts().stream().map(Signal::name).collect(Collectors.joining("\n")))
        .update();
  }

  Optional<Plan> of(UUID round, UUID unit) {
    return sql.sql(
            """
            select plan.version, plan.starts, plan.place, plan.decision, plan.at, account.name
              from inspection_plan plan join account on account.id = plan.by_account
             where plan.round = :round and plan.unit = :unit
             order by plan.version desc limit 1
            """)
        .param("round", round)
        .param("unit", unit)
        .query((row, _) -> plan(round, unit, row))
        .optional();
  }

  private Plan plan(UUID round, UUID unit, ResultSet row) throws SQLException {
    int version = row.getInt("version");
    return new Plan(
        version,
        row.getObject("starts", OffsetDateTime.class),
        row.getString("place"),
        row.getString("decision"),
        row.getObject("at", OffsetDateTime.class),
        row.getString("name"),
        members(round, unit, version),
        items(round, unit, version));
  }

  private List<Plan.Member> members(UUID round, UUID unit, int version) {
    return sql.sql(
            """
            select member.account, account.name, works.name as unit, member.post
              from inspection_member member
              join account on account.id = member.account
              join org_unit works on works.id = account.works_in
             where member.round = :round and member.unit = :unit and member.version = :version
             order by array_position(array['LEADER', 'SECRETARY', 'MEMBER'], member.post),
                      account.name
            """)
        .param("round", round)
        .param("unit", unit)
        .param("version", version)
        .query(Plan.Member.class)
        .list();
  }

  private List<Plan.Item> items(UUID round, UUID unit, int version) {
    return sql.sql(
            """
            select fact, declared, doubts from inspection_item
             where round = :round and unit = :unit and version = :version
             order by fact
            """)
        .param("round", round)
        .param("unit", unit)
        .param("version", version)
        .query((row, _) ->
            new Plan.Item(
                row.getString("fact"),
                row.getString("declared"),
                Signal.named(row.getString("doubts"))))
        .list();
  }

  Map<UUID, PlannedVisit> planned(UUID round) {
    return sql
        .sql(
            """
            select plan.unit, plan.starts, coalesce(account.name, '') as leader,
                   minutes.round is not null as closed
              from inspection_plan plan
              left join inspection_member member
                on member.round = plan.round and member.unit = plan.unit
               and member.version = plan.version and member.post = 'LEADER'
              left join account on account.id = member.account
              left join inspection_minutes minutes
                on minutes.round = plan.round and minutes.unit = plan.unit
             where plan.round = :round
               and plan.version = (select max(version) from inspection_plan latest
                                    where latest.round = plan.round and latest.unit = plan.unit)
            """)
        .param("round", round)
        .query(PlannedVisit.class)
        .list()
        .stream()
        .collect(Collectors.toMap(PlannedVisit::unit, planned -> planned, (one, _) -> one));
  }

  /** The units that somebody is to inspect now, by round and unit. */
  record Ahead(String round, String unit) {}

  /** The visits of somebody's teams that are not closed, in rounds that inspect. */
  List<Ahead> ahead(UUID account) {
    return sql.sql(
            """
            select round.year || case when round.rehearsal then '-dien-tap' else '' end as round,
                   part.code as unit
              from inspection_member member
              join inspection_plan plan
                on plan.round = member.round and plan.unit = member.unit
               and plan.version = member.version
              join round on round.id = member.round and round.phase in ('VERIFYING', 'EXPLAINING')
              join round_unit part on part.round = member.round and part.unit = member.unit
             where member.account = :account
               and member.version = (select max(version) from inspection_plan latest
                                      where latest.round = member.round
                                        and latest.unit = member.unit)
               and not exists (select from inspection_minutes minutes
                                where minutes.round = member.round and minutes.unit = member.unit)
             order by plan.starts, part.code
            """)
        .param("account", account)
        .query(Ahead.class)
        .list();
  }

  /** Those who inspect, without who may not judge that unit. */
  List<Inspector> inspectors(UUID unit) {
    return sql.sql(
            """
            select distinct account.id as account, account.name, works.name as unit
              from account
              join account_role held on held.account = account.id and held.role = 'INSPECTOR'
              join org_unit works on works.id = account.works_in
             where account.disabled_at is null and not is_recused(account.id, :unit)
             order by account.name, account.id
            """)
        .param("unit", unit)
        .query(Inspector.class)
        .list();
  }
}
