package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.proof.LedgerPayload;
import thangdiem.proof.MerkleTree;

/** Events of many at once get places without gaps, and say what they say in exactly one text. */
@ServerTest
class LedgerOrderTest {

  private static final int THREADS = 16;
  private static final int ACTS = 50;

  @Autowired private Acts acts;
  @Autowired private LedgerSequencer sequencer;
  @Autowired private Province province;
  @Autowired private JdbcClient sql;

  @Test
  void placesTheEventsOfManyAtOnceWithoutGaps() throws Exception {
    Set<String> said = ConcurrentHashMap.newKeySet();
    try (var people = Executors.newFixedThreadPool(THREADS)) {
      var work = new ArrayList<Callable<Object>>();
      for (int i = 0; i < THREADS; i++) {
        var name = "người " + i + " ";
        work.add(() -> {
          for (int n = 0; n < ACTS; n++) {
            var mark = name + n;
            acts.bySystem(Act.INSTALLED, event -> event.with("mark", mark));
            said.add(mark);
            if (n % 5 == 0) {
              sequencer.sequence(); // Several at once, beside the one that runs every second.
            }
          }
          return name;
        });
      }
      for (var done : people.invokeAll(work)) {
        done.get();
      }
    }
    sequencer.sequence();

    var positions =
        sql.sql("select position from ledger_leaf order by position").query(Long.class).list();
    assertThat(positions)
        .containsExactlyElementsOf(LongStream.range(0, positions.size()).boxed().toList());
    var placed =
        sql.sql(
                """
                select event.payload::jsonb -> 'data' ->> 'mark' from ledger_leaf leaf
                  join ledger_event event on event.event = leaf.event
                 where event.payload like '%"mark"%'
                """)
            .query(String.class)
            .list();
    assertThat(said).hasSize(THREADS * ACTS);
    assertThat(placed).containsAll(said);
    assertThat(new HashSet<>(placed)).hasSameSizeAs(placed);
  }

  @Test
  void hashesExactlyTheBytesThatItKeeps() {
    acts.bySystem(Act.INSTALLED, event -> event.with("text", "chữ \"Việt\"\n\t\\ é 😀"));

    var kept =
        sql.sql("select payload, leaf_hash from ledger_event order by at desc limit 1")
            .query((row, _) ->
                MerkleTree.leaf(row.getString("payload"))
                    .equals(thangdiem.proof.Hash.of(row.getBytes("leaf_hash"))))
            .single();
    assertThat(kept).isTrue();
    assertThat(
            sql.sql(
                    """
                    select count(*) from ledger_event
                     where leaf_hash <> sha256('\\x00'::bytea || convert_to(payload, 'UTF8'))
                    """)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void tellsEventsOfEqualContentApartByTheirNonce() {
    for (int i = 0; i < 50; i++) {
      acts.bySystem(Act.INSTALLED, event -> event.with("same", "giống nhau"));
    }
    var payloads =
        sql.sql("select payload from ledger_event where payload like '%\"same\":\"giống nhau\"%'")
            .query(String.class)
            .list();
    var nonces =
        payloads.stream().map(text -> LedgerPayload.of(text).orElseThrow().text("nonce")).toList();

    assertThat(nonces).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
    assertThat(nonces).allMatch(nonce -> nonce.matches("[0-9a-f]{32}"));
    assertThat(bitsSet(nonces)).isBetween(0.45, 0.55);
  }

  /** The share of bits that are one: half of them, when they are drawn by chance. */
  private static double bitsSet(java.util.List<String> nonces) {
    long set =
        nonces.stream()
            .flatMapToInt(String::chars)
            .map(digit -> Integer.bitCount(Character.digit(digit, 16)))
            .sum();
    return set / (nonces.size() * 128.0);
  }

  @Test
  void keepsPersonalThingsOutOfTheEvent() {
    var somebody = province.somebody(Role.AUDITOR);
    var payloads =
        sql.sql("select payload from ledger_event where payload like :account")
            .param("account", "%account/" + somebody.account() + "%")
            .query(String.class)
            .list();

    assertThat(payloads)
        .isNotEmpty()
        .allMatch(text -> !text.contains(somebody.login()) && !text.contains("$argon2"));
    assertThat(
            sql.sql("select value from ledger_commitment where field = :field")
                .param("field", "account/" + somebody.account() + "#login")
                .query(String.class)
                .single())
        .isEqualTo(somebody.login());
  }
}
