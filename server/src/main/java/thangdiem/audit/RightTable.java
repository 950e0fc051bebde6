package thangdiem.audit;

import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody's roles allow at this moment, as the tables of accounts and units say. */
@Component
class RightTable {

  /**
   * What the roles of an act allow to whoever ordered it.
   *
   * @param held whether one of them is held anywhere
   * @param reaches whether one is held in the unit or above it; true where no unit is meant
   * @param recused whether the act judges, and they belong to the unit, or to one above or below it
   */
  record Right(boolean held, boolean reaches, boolean recused) {}

  private final JdbcClient sql;

  RightTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** The right to each, in their order. */
  List<Right> of(List<Ordered> orders) {
    return sql.sql(
            """
            with recursive orders as (
              select * from unnest(
                cast(:accounts as uuid[]), cast(:units as uuid[]), :roles, :judging)
                with ordinality said (account, unit, roles, judges, place)
               where account is not null),
            above as (
              select place, unit as id from orders where unit is not null
              union
              select above.place, org_unit.parent
                from above join org_unit on org_unit.id = above.id
               where org_unit.parent is not null),
            held_roles as (
              select orders.place, held.unit
                from orders
                join account on account.id = orders.account and account.disabled_at is null
                join account_role held
                  on held.account = orders.account
                 and held.role = any (string_to_array(orders.roles, ',')))
            select exists (select 1 from held_roles where place = orders.place) as held,
                   unit is null
                     or exists (
                       select 1 from held_roles held join above on above.id = held.unit
                        where held.place = orders.place and above.place = orders.place)
                     as reaches,
                   judges and is_recused(account, unit) as recused
              from orders
             order by place
            """)
        .param("accounts", texts(orders, order -> order.actor().account()), Types.ARRAY)
        .param("units", texts(orders, order -> order.subject().unit().orElse(null)), Types.ARRAY)
        .param("roles", texts(orders, order -> names(order.act())), Types.ARRAY)
        .param(
            "judging",
            orders.stream().map(order -> order.act().judges()).toArray(Boolean[]::new),
            Types.ARRAY)
        .query((row, _) ->
            new Right(row.getBoolean("held"), row.getBoolean("reaches"), row.getBoolean("recused")))
        .list();
  }

  private static String names(Act act) {
    return act.roles().stream().map(Role::name).collect(Collectors.joining(","));
  }

  private static String[] texts(List<Ordered> orders, Function<Ordered, @Nullable Object> of) {
    return Together.padded(
        orders.stream().map(of).map(value -> value == null ? null : value.toString()),
        String[]::new);
  }
}
