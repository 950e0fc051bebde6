package thangdiem.inspection;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of all plans of a round that stand: the latest of each unit. */
@Component
class StandingPlanTable {

  private final JdbcClient sql;

  StandingPlanTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** By unit. */
  Map<UUID, Plan> of(UUID round) {
    var members = members(round);
    var items = items(round);
    var plans = new HashMap<UUID, Plan>();
    sql.sql(
            """
            select distinct on (plan.unit) plan.unit, plan.version, plan.starts, plan.place,
                   plan.decision, plan.at, account.name
              from inspection_plan plan join account on account.id = plan.by_account
             where plan.round = :round
             order by plan.unit, plan.version desc
            """)
        .param("round", round)
        .query((row, _) -> {
          var unit = row.getObject("unit", UUID.class);
          return plans.put(
              unit,
              new Plan(
                  row.getInt("version"),
                  row.getObject("starts", OffsetDateTime.class),
                  row.getString("place"),
                  row.getString("decision"),
                  row.getObject("at", OffsetDateTime.class),
                  row.getString("name"),
                  members.getOrDefault(unit, List.of()),
                  items.getOrDefault(unit, List.of())));
        })
        .list();
    return plans;
  }

  private Map<UUID, List<Plan.Member>> members(UUID round) {
    var members = new HashMap<UUID, List<Plan.Member>>();
    sql.sql(
            """
            select member.unit as of_unit, member.account, account.name, works.name as unit,
                   member.post
              from inspection_member member
              join account on account.id = member.account
              join org_unit works on works.id = account.works_in
             where member.round = :round
               and member.version = (select max(version) from inspection_plan latest
                                      where latest.round = member.round
                                        and latest.unit = member.unit)
             order by array_position(array['LEADER', 'SECRETARY', 'MEMBER'], member.post),
                      account.name
            """)
        .param("round", round)
        .query((row, _) ->
            members
                .computeIfAbsent(row.getObject("of_unit", UUID.class), _ -> new ArrayList<>())
                .add(
                    new Plan.Member(
                        row.getObject("account", UUID.class),
                        row.getString("name"),
                        row.getString("unit"),
                        Plan.Post.valueOf(row.getString("post")))))
        .list();
    return members;
  }

  private Map<UUID, List<Plan.Item>> items(UUID round) {
    var items = new HashMap<UUID, List<Plan.Item>>();
    sql.sql(
            """
            select item.unit, item.fact, item.declared, item.doubts from inspection_item item
             where item.round = :round
               and item.version = (select max(version) from inspection_plan latest
                                    where latest.round = item.round and latest.unit = item.unit)
             order by item.fact
            """)
        .param("round", round)
        .query((row, _) ->
            items
                .computeIfAbsent(row.getObject("unit", UUID.class), _ -> new ArrayList<>())
                .add(
                    new Plan.Item(
                        row.getString("fact"),
                        row.getString("declared"),
                        Signal.named(row.getString("doubts")))))
        .list();
    return items;
  }
}
