package thangdiem.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Role;

/**
 * Reads who has an account (danh sách tài khoản), never beyond the units that the reader reaches.
 */
@Component
class AccountList {

  static final int PAGE = 100;

  /** Every account within reach, with its state at this moment. */
  private static final String KNOWN =
      """
      with recursive reached as (
        select id from org_unit where id = any (:roots)
        union
        select child.id from org_unit child join reached on child.parent = reached.id),
      known as (
        select account.id, account.login, account.name, account.post, account.email, account.phone,
               account.works_in, works.code as unit, works.name as unit_name, account.last_sign_in,
               account.created_at, account.disabled_at, account.erased_at, account.version,
               account.password is not null as has_password,
               account.totp_secret is not null as has_totp, open.expires_at as invited_until,
               coalesce(open.mail, 'none') as mail, works.folded as unit_folded,
               works.kind <> 'province' as below, ranking_group.ordinal as group_ordinal,
               works.ordinal,
               case when account.disabled_at is not null then 'DISABLED'
                    when account.last_sign_in is not null then 'ACTIVE'
                    when open.expires_at is not null then 'INVITED'
                    else 'NEVER_SIGNED_IN' end as state
          from account
          join org_unit works on works.id = account.works_in
          left join ranking_group on ranking_group.code = works.ranking_group
          left join lateral (
            select invitation.expires_at, invitation.mail
              from invitation
             where invitation.account = account.id and invitation.used_at is null
               and invitation.withdrawn_at is null and invitation.expires_at > now_effective()
             order by invitation.expires_at desc
             limit 1) open on true
         where account.works_in in (select id from reached))
      """;

  private static final String ONE_LINE =
      """
      select known.*, held.roles, held.units, held.names,
             (select count(*) from user_credentials
                join user_entities on user_entities.id = user_credentials.user_entity_user_id
               where user_entities.name = known.id::text) as passkeys,
             (select count(*) from external_identity
               where external_identity.account = known.id) as external
        from known
        left join lateral (
          select array_agg(account_role.role order by account_role.role, unit.code) as roles,
                 array_agg(unit.code order by account_role.role, unit.code) as units,
                 array_agg(unit.name order by account_role.role, unit.code) as names
            from account_role join org_unit unit on unit.id = account_role.unit
           where account_role.account = known.id) held on true
      """;

  private final JdbcClient sql;

  AccountList(JdbcClient sql) {
    this.sql = sql;
  }

  /** In the units' order, by given name in each; one more than a page, when there are more. */
  List<AccountLine> find(List<UUID> roots, AccountQuery query) {
    return sql.sql(
            KNOWN
                + ONE_LINE
                + """
                 where (cardinality(:patterns::text[]) = 0
                        or folded(concat_ws(' ', known.name, known.login, known.post, known.email,
                                            known.phone)) || ' ' || known.unit_folded
                           like all (:patterns))
                   and (:state = '' or known.state = :state)
                   and (:role = '' or exists (
                     select from account_role
                      where account_role.account = known.id and account_role.role = :role))
                   and (:unit = '' or known.works_in in (
                     select unit_and_below(org_unit.id) from org_unit where org_unit.code = :unit))
                 order by known.below, known.group_ordinal nulls last, known.ordinal, known.unit,
                       substring(known.name from '\\S+$') collate vietnamese,
                       known.name collate vietnamese, known.login
                 limit :limit offset :skip
                """)
        .param("roots", roots.toArray(UUID[]::new))
        .param("patterns", query.patterns())
        .param("state", query.state())
        .param("role", query.role())
        .param("unit", query.unit())
        .param("limit", PAGE + 1)
        .param("skip", query.skip())
        .query((row, _) -> line(row))
        .list();
  }

  /** That account; absent when it is beyond those units. */
  Optional<AccountLine> one(List<UUID> roots, UUID account) {
    return sql.sql(KNOWN + ONE_LINE + " where known.id = :account")
        .param("roots", roots.toArray(UUID[]::new))
        .param("account", account)
        .query((row, _) -> line(row))
        .optional();
  }

  /** The units within reach, to choose from. */
  List<UnitName> units(List<UUID> roots) {
    return sql.sql(
            """
            with recursive reached as (
              select id from org_unit where id = any (:roots)
              union
              select child.id from org_unit child join reached on child.parent = reached.id)
            select org_unit.code, org_unit.name
              from org_unit
              left join ranking_group on ranking_group.code = org_unit.ranking_group
             where org_unit.id in (select id from reached)
             order by org_unit.kind <> 'province', ranking_group.ordinal nulls last,
                   org_unit.ordinal, org_unit.code
            """)
        .param("roots", roots.toArray(UUID[]::new))
        .query((row, _) -> new UnitName(row.getString("code"), row.getString("name")))
        .list();
  }

  /** How many accounts there are in each state. */
  Map<AccountState, Integer> counts(List<UUID> roots) {
    var counts = new EnumMap<AccountState, Integer>(AccountState.class);
    for (var state : AccountState.values()) {
      counts.put(state, 0);
    }
    sql.sql(KNOWN + " select state, count(*) as accounts from known group by state")
        .param("roots", roots.toArray(UUID[]::new))
        .query(row -> {
          counts.put(AccountState.valueOf(row.getString("state")), row.getInt("accounts"));
        });
    return counts;
  }

  private static AccountLine line(ResultSet row) throws SQLException {
    return new AccountLine(
        row.getObject("id", UUID.class),
        new Person(
            row.getString("login"),
            row.getString("name"),
            row.getString("post"),
            Optional.ofNullable(row.getString("email")),
            Optional.ofNullable(row.getString("phone"))),
        row.getObject("works_in", UUID.class),
        row.getString("unit"),
        row.getString("unit_name"),
        roles(row),
        AccountState.valueOf(row.getString("state")),
        at(row, "last_sign_in"),
        at(row, "invited_until"),
        row.getString("mail"),
        row.getBoolean("has_password"),
        row.getBoolean("has_totp"),
        row.getInt("passkeys"),
        row.getInt("external"),
        row.getObject("created_at", OffsetDateTime.class),
        at(row, "disabled_at"),
        at(row, "erased_at"),
        row.getInt("version"));
  }

  private static List<HeldRole> roles(ResultSet row) throws SQLException {
    var held = Optional.<Array>ofNullable(row.getArray("roles"));
    if (held.isEmpty()) {
      return List.of();
    }
    var roles = (String[]) held.get().getArray();
    var units = (String[]) row.getArray("units").getArray();
    var names = (String[]) row.getArray("names").getArray();
    var all = new ArrayList<HeldRole>();
    for (int i = 0; i < roles.length; i++) {
      all.add(new HeldRole(Role.valueOf(roles[i]), units[i], names[i]));
    }
    return all;
  }

  private static Optional<OffsetDateTime> at(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class));
  }
}
