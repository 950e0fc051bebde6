package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;

/** The auditor reads everything and changes nothing. */
@ServerTest
class AuditorTest {

  @LocalServerPort private int port;
  @Autowired private Acts acts;
  @Autowired private Province province;
  @Autowired private JdbcClient sql;

  @ParameterizedTest
  @EnumSource(Act.class)
  void mayDoNothingThatConcernsOthers(Act act) {
    var auditor = province.actor(province.somebody(Role.AUDITOR));
    long before = events();

    assertThat(act.roles()).doesNotContain(Role.AUDITOR);
    if (act.bySystem()) {
      assertThatThrownBy(() -> acts.run(auditor, act, Subject.PROVINCE, _ -> {}))
          .isInstanceOf(IllegalStateException.class);
    } else if (!act.forThemselves()) {
      assertThatThrownBy(() -> acts.run(auditor, act, Subject.PROVINCE, _ -> {}))
          .isInstanceOf(NotAllowed.class);
    }
    assertThat(events()).isEqualTo(before);
  }

  private long events() {
    return sql.sql("select count(*) from ledger_event where kind <> 'CHECKPOINTS_RESUMED'")
        .query(Long.class)
        .single();
  }

  @Test
  void leavesNoEventByLookingThroughTheLedger() {
    var auditor = new Visitor(port).signedIn(province.somebody(Role.AUDITOR).login());
    long before = events();

    for (var page :
        new String[] {
          "/ledger",
          "/ledger?text=a&kind=INSTALLED&until=01/01/2030",
          "/ledger/values?at=01/01/2030",
          "/ledger/verification",
          "/ledger/export",
          "/ledger/export?personal=true",
          "/ledger/checkpoint"
        }) {
      assertThat(auditor.get(page).statusCode()).as(page).isEqualTo(200);
    }
    assertThat(events()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void isTheOnlyOneWhoOpensTheLedger(Role role) {
    var somebody = new Visitor(port).signedIn(province.somebody(role).login());

    for (var page :
        new String[] {"/ledger", "/ledger/values", "/ledger/verification", "/ledger/export"}) {
      assertThat(somebody.get(page).statusCode())
          .as(page)
          .isEqualTo(role == Role.AUDITOR ? 200 : 403);
    }
  }
}
