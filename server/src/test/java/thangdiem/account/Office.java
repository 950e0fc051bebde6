package thangdiem.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.Province;
import thangdiem.Visitor;

/** What the tests of accounts look up in the database, and read off pages. */
@Component
class Office {

  private static final Pattern CODE = Pattern.compile("class=\"code\">([A-Z2-9]{5}-[A-Z2-9]{5})<");

  private final JdbcClient sql;
  private final Province province;

  Office(JdbcClient sql, Province province) {
    this.sql = sql;
    this.province = province;
  }

  /** The code of a unit. */
  String code(UUID unit) {
    return sql.sql("select code from org_unit where id = :unit")
        .param("unit", unit)
        .query(String.class)
        .single();
  }

  UUID account(String login) {
    return sql.sql("select id from account where login = :login")
        .param("login", login)
        .query(UUID.class)
        .single();
  }

  /** A column of an account. */
  String of(UUID account, String column) {
    var row = sql.sql("select * from account where id = :id").param("id", account).query();
    return String.valueOf(row.singleRow().get(column));
  }

  /** The kinds of events that are about an account, in their order. */
  List<String> events(UUID account) {
    return sql.sql(
            """
            select kind from ledger_event
             where payload::jsonb -> 'data' ->> 'account' = :account order by at
            """)
        .param("account", account.toString())
        .query(String.class)
        .list();
  }

  List<String> roles(UUID account) {
    return sql.sql("select role from account_role where account = :account order by role")
        .param("account", account)
        .query(String.class)
        .list();
  }

  long sessions(UUID account) {
    return sql.sql("select count(*) from spring_session where principal_name = :account")
        .param("account", account.toString())
        .query(Long.class)
        .single();
  }

  void change(String statement, UUID account) {
    province.change(statement, Map.of("account", account));
  }

  /** The form for inviting somebody, filled. */
  Map<String, String> filled(String login, UUID unit, String role) {
    var form = new HashMap<String, String>();
    form.put("name", "Trần Thị Mai");
    form.put("post", "Chuyên viên");
    form.put("unit", code(unit));
    form.put("role", role);
    form.put("email", "");
    form.put("phone", "0293 3878 123");
    form.put("login", login);
    return form;
  }

  /** Invites somebody and reads the code off the slip. */
  String invite(Visitor visitor, Map<String, String> form) {
    return codeOn(visitor.post("/accounts/new", form).body());
  }

  /** The code on a page. */
  static String codeOn(String page) {
    var match = CODE.matcher(page);
    if (!match.find()) {
      throw new AssertionError("no code on the page");
    }
    return match.group(1);
  }
}
