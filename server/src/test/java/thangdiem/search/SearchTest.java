package thangdiem.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;

@ServerTest
class SearchTest {

  @LocalServerPort private int port;
  @Autowired private Province province;

  private String found(Role role, String typed) {
    return found(province.somebody(role), typed);
  }

  private String found(Province.Somebody reader, String typed) {
    var page =
        new Visitor(port)
            .signedIn(reader.login())
            .get("/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  @Test
  void findsAUnitWithoutDiacritics() {
    province.agency("Trung tâm Ươm tạo Đổi mới");

    assertThat(found(Role.CLERK, "uom tao doi")).contains(">Trung tâm Ươm tạo Đổi mới</a>");
  }

  @Test
  void findsPeopleForWhoReadsTheAccountsOnly() {
    var clerk = province.somebody(Role.CLERK);

    assertThat(found(Role.ORGANISER, clerk.login())).contains("/accounts/" + clerk.account());
    assertThat(found(Role.VERIFIER, clerk.login())).doesNotContain("/accounts/");
  }

  @Test
  void findsForAHeadThePeopleOfTheirUnitAndNobodyElses() {
    var own = province.somebody(Role.CLERK);
    var other = province.somebody(Role.CLERK);
    var head = province.somebody(Role.HEAD, own.unit());

    assertThat(found(head, own.login())).contains("/accounts/" + own.account());
    assertThat(found(head, other.login())).doesNotContain("/accounts/" + other.account());
  }

  @Test
  void findsOnlyPagesThatTheRoleOpens() {
    assertThat(found(Role.AUDITOR, "nhat ky")).contains("<a href=\"/ledger\">");
    assertThat(found(Role.CLERK, "nhat ky")).doesNotContain("<a href=\"/ledger\">");
  }

  @Test
  void saysWhatToDoWhereNothingIsFoundAndRepeatsWhatWasTypedAsText() {
    assertThat(found(Role.CLERK, "<b>xyzzy"))
        .contains("Không có gì khớp với “&lt;b&gt;xyzzy”")
        .contains("Thử ít chữ hơn");
  }
}
