package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.LedgerSeal;
import thangdiem.audit.Role;
import thangdiem.cli.Typed;

/** Erasing what is known of somebody, in a ledger that cannot be changed. */
@ServerTest
@Import(Office.class)
class ErasureTest {

  /** New in each test, so that what is left of one is not taken for what is left of another. */
  private final String name = "Nguyễn Thị Quên Tên " + System.nanoTime();

  private final String address = System.nanoTime() + "@haugiang.example";

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private Office office;
  @Autowired private JdbcClient sql;
  @Autowired private LedgerSeal seal;

  /** Somebody who was invited, renamed and mistyped a password: their data is in many places. */
  private Province.Somebody somebodyKnown(Visitor admin) {
    var unit = province.agency("Đơn vị xoá dữ liệu");
    var login = "quenten" + System.nanoTime();
    office.invite(admin, office.filled(login, unit, "CLERK"));
    var clerk = new Province.Somebody(office.account(login), login, unit);
    var form = office.filled(login, unit, "");
    form.put("name", name);
    form.put("email", address);
    form.put("version", office.of(clerk.account(), "version"));
    admin.post("/accounts/" + clerk.account(), form);
    new Visitor(port).post("/sign-in", Map.of("login", login, "password", "không đúng"));
    return clerk;
  }

  private long traces(Province.Somebody clerk) {
    return sql.sql(
            """
            select (select count(*) from ledger_commitment
                     where value in (:name, :address, :login))
                 + (select count(*) from account
                     where name = :name or login = :login or email = :address)
                 + (select count(*) from ledger_event where payload like '%' || :name || '%')
            """)
        .param("name", name)
        .param("address", address)
        .param("login", clerk.login())
        .query(Long.class)
        .single();
  }

  @Test
  void leavesNoTraceOfNameLoginAndAddress() {
    var admin = new Visitor(port).signedIn(province.somebody(Role.ADMINISTRATOR).login());
    var clerk = somebodyKnown(admin);
    assertThat(traces(clerk)).isPositive();

    var answer = admin.post("/accounts/" + clerk.account() + "/erasure", Map.of());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(traces(clerk)).isZero();
    assertThat(office.roles(clerk.account())).isEmpty();
    assertThat(office.events(clerk.account())).endsWith("PERSONAL_DATA_ERASED");
  }

  @Test
  void keepsTheLedgerVerifiable(@TempDir Path folder) throws IOException {
    var admin = new Visitor(port).signedIn(province.somebody(Role.ADMINISTRATOR).login());
    var auditor = new Visitor(port).signedIn(province.somebody(Role.AUDITOR).login());
    var clerk = somebodyKnown(admin);

    admin.post("/accounts/" + clerk.account() + "/erasure", Map.of());

    var export =
        Files.writeString(
            folder.resolve("ledger.jsonl"), auditor.get("/ledger/export?personal=true").body());
    var checked =
        Typed.line("verify-ledger", export.toString(), "--key", seal.signer().key().written());
    assertThat(export).content().doesNotContain(name, address, clerk.login());
    assertThat(checked.said()).startsWith("ĐÚNG");
  }

  @Test
  void isForGood() {
    var admin = new Visitor(port).signedIn(province.somebody(Role.ADMINISTRATOR).login());
    var clerk = somebodyKnown(admin);
    var page = "/accounts/" + clerk.account();
    admin.post(page + "/erasure", Map.of());

    for (var again : new String[] {"/erasure", "/enabled", "/invitation"}) {
      assertThat(admin.post(page + again, Map.of()).statusCode()).as(again).isEqualTo(409);
    }
    assertThat(office.of(clerk.account(), "name")).isEqualTo(AccountChangeTable.NOBODY);
  }

  @Test
  void saysBeforehandWhatItWillDo() {
    var admin = new Visitor(port).signedIn(province.somebody(Role.ADMINISTRATOR).login());
    var clerk = somebodyKnown(admin);

    assertThat(admin.get("/accounts/" + clerk.account() + "/erasure").body())
        .contains("Sẽ xoá", "Còn lại");
    assertThat(office.of(clerk.account(), "name")).isEqualTo(name);
  }
}
