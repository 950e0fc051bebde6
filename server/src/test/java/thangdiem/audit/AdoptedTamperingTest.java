package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thangdiem.Installation;
import thangdiem.council.GivenCouncil;
import thangdiem.words.Words;

/** A superuser can change what a council adopted; the check of the ledger then names it. */
class AdoptedTamperingTest {

  private static Installation installation;

  @BeforeAll
  static void aRoundIsAdopted() {
    installation = Installation.fresh();
    installation.bean(GivenCouncil.class).adopted();
    installation.bean(LedgerSequencer.class).sequence();
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  private static java.util.List<String> said() {
    return installation.bean(LedgerVerification.class).verify().differences().stream()
        .map(difference -> difference.in(Words.VIETNAMESE))
        .toList();
  }

  @Test
  void findsNothingInWhatWasAdopted() {
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({
    "council_vote, choice, 'AGAINST'",
    "council_conclusion, grade_after, 'Tốt'",
    "council_motion_fact, value, '99'",
    "adoption, results_sha256, 'x'",
    "adoption, answers, '\\x00'",
    "council_member, document, 'khác'",
    "answer, value, '7'"
  })
  void namesWhatASuperuserChanged(String table, String column, String value) {
    var superuser = installation.superuser();
    superuser.execute("create table before_it as select * from " + table);
    try {
      superuser.execute(
          "set session_replication_role = replica; update %s set %s = '%s'"
              .formatted(table, column, value));

      assertThat(said()).isNotEmpty();
    } finally {
      superuser.execute(
          "set session_replication_role = replica; delete from %1$s; insert into %1$s overriding system value select * from before_it; drop table before_it"
              .formatted(table));
    }
    assertThat(said()).as("after putting it back").isEmpty();
  }
}
