package thangdiem.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Mailbox;
import thangdiem.Papers;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.TestDatabase;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.exchange.Sha256;
import thangdiem.round.GivenRounds;

/** At night stored documents are read again; damage is told to those who see to it, once. */
@ServerTest
class EvidenceWatchTest {

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private EvidenceWatch watch;
  @Autowired private WatchTable table;
  @Autowired private JdbcClient sql;

  private String attached(byte[] file, String name) {
    var clerk = province.somebody(Role.CLERK);
    var round = rounds.open(clerk);
    var place = "/rounds/" + round.key() + "/assessments/" + rounds.unit(round, clerk).code();
    new Visitor(port).signedIn(clerk.login()).upload(place + "/evidence", name, file);
    return Sha256.of(file);
  }

  private static void put(String hash, byte[] bytes) {
    TestDatabase.pastTheRules(
        "update evidence_chunk set bytes = :bytes where sha256 = :hash and number = 0",
        Map.of("bytes", bytes, "hash", hash));
  }

  private long damages(String hash) {
    return sql.sql(
            """
            select count(*) from ledger_event
             where kind = 'EVIDENCE_BROKEN' and payload like '%' || :hash || '%'
            """)
        .param("hash", hash)
        .query(Long.class)
        .single();
  }

  @Test
  void oneByteThatChangedInTheDatabaseIsToldOnceAndEndsWhenItIsRestored() {
    var auditor = province.somebody(Role.AUDITOR);
    var address = "kiemtoan@" + UUID.randomUUID() + ".example";
    province.change(
        "update account set email = :email where id = :id",
        Map.of("email", address, "id", auditor.account()));
    var reader = new Visitor(port).signedIn(auditor.login());
    var file = Papers.ofOnePage("tuan tra " + UUID.randomUUID());
    var hash = attached(file, "ke-hoach-tuan-tra.pdf");
    var damaged = file.clone();
    damaged[file.length / 2] ^= 1;
    put(hash, damaged);
    try {
      watch.nightly();
      watch.nightly();

      assertThat(damages(hash)).as("the second night tells nothing new").isEqualTo(1);
      assertThat(reader.get("/evidence-watch").body())
          .contains("bị hỏng trong kho", "ke-hoach-tuan-tra.pdf");
      assertThat(Mailbox.of(address))
          .filteredOn(letter -> letter.text().contains("ke-hoach-tuan-tra.pdf"))
          .hasSize(1);
    } finally {
      put(hash, file);
    }
    watch.nightly();
    assertThat(reader.get("/evidence-watch").body()).doesNotContain("ke-hoach-tuan-tra.pdf");
  }

  @Test
  void aNightReadsTheShareThatIsDueAndWhatWasReadLongestAgoFirst() {
    var first = attached(Papers.ofOnePage("mot " + UUID.randomUUID()), "1.pdf");
    watch.nightly();
    var second = attached(Papers.ofOnePage("hai " + UUID.randomUUID()), "2.pdf");

    var tonight = table.due(1_000_000, 1).stream().map(WatchTable.Due::sha256).toList();

    assertThat(tonight).containsExactly(second).doesNotContain(first);
    assertThat(table.due(1, 1).stream().map(WatchTable.Due::sha256)).contains(first, second);
  }
}
