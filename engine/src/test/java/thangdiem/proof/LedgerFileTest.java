package thangdiem.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thangdiem.words.BadInput;
import thangdiem.words.Sentence;

/** An exported ledger, and everything that somebody may do to it. */
class LedgerFileTest {

  private static final String ORIGIN = "thang-diem.example/nhat-ky";
  private static final int EVENTS = 25;

  private final NoteSigner signer = NoteSigner.make("thang-diem.example");
  private final List<LedgerEntry> events = new ArrayList<>();

  @TempDir private Path folder;

  @BeforeEach
  void eventsAreThere() {
    IntStream.range(0, EVENTS).forEach(i -> events.add(event(i, "giá trị " + i)));
  }

  private static LedgerEntry event(int position, String value) {
    var commitment = new LedgerEntry.Commitment(new byte[16], "tên \"" + position + "\"\n");
    var payload =
        new LedgerPayload(
            Map.of("event", "sk-" + position, "kind", "SIGNED_IN"),
            new TreeMap<>(
                Map.of(
                    "data",
                    Map.of("đơn vị", value),
                    "committed",
                    Map.of("name", commitment.hash()))));
    return new LedgerEntry(
        position, payload.json(), position % 2 == 0 ? Map.of("name", commitment) : Map.of());
  }

  private String checkpoint(int size) {
    var root =
        MerkleTree.root(
            events.subList(0, size).stream()
                .map(event -> MerkleTree.leaf(event.payload()))
                .toList());
    return signer.sign(new Checkpoint(ORIGIN, size, root).text()).note();
  }

  /** The file as the server exports it, with a checkpoint over ten events and one over all. */
  private Path file() throws IOException {
    return file(List.of(checkpoint(10), checkpoint(EVENTS)));
  }

  private Path file(List<String> checkpoints) throws IOException {
    var file = folder.resolve("nhật ký.jsonl");
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      LedgerFile.head(out, ORIGIN, signer.key(), events.size());
      for (var event : events) {
        LedgerFile.event(out, event);
      }
      for (var checkpoint : checkpoints) {
        LedgerFile.checkpoint(out, checkpoint);
      }
    }
    return file;
  }

  private LedgerCheck.Verdict check(Path file) {
    return LedgerFile.check(file, Map.of(), Optional.of(signer.key()));
  }

  private static List<String> keys(LedgerCheck.Verdict verdict) {
    return verdict.differences().stream().map(Sentence::key).toList();
  }

  @Test
  void aLedgerAsItWasWrittenHolds() throws IOException {
    var verdict = check(file());
    assertThat(verdict.differences()).isEmpty();
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.size()).isEqualTo(EVENTS);
    assertThat(verdict.proven()).isEqualTo(EVENTS);
    assertThat(verdict.checkpoints()).isEqualTo(2);
    assertThat(verdict.erased()).isEqualTo(EVENTS / 2);
  }

  @Test
  void withoutAKeyTheOneInTheFileCounts() throws IOException {
    assertThat(LedgerFile.check(file(), Map.of(), Optional.empty()).holds()).isTrue();
  }

  @Test
  void anotherKeyIsNoticed() throws IOException {
    var verdict = LedgerFile.check(file(), Map.of(), Optional.of(NoteSigner.make(ORIGIN).key()));
    assertThat(keys(verdict)).contains("ledger.otherKey", "ledger.signature");
  }

  @Test
  void aRewrittenEventIsNamedBetweenTheCheckpointsAroundIt() throws IOException {
    var checkpoints = List.of(checkpoint(10), checkpoint(EVENTS));
    events.set(12, event(12, "đã sửa"));
    assertThat(check(file(checkpoints)).differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.key()).isEqualTo("ledger.root");
          assertThat(difference.arguments()).contains(10L, 25L);
        });
  }

  @Test
  void aLedgerThatWasCutShortIsNoticedByWhoeverHoldsACheckpoint() throws IOException {
    var held = checkpoint(EVENTS);
    events.subList(20, EVENTS).clear();
    var verdict =
        LedgerFile.check(
            file(List.of(checkpoint(10))), Map.of("giấy nhận", held), Optional.of(signer.key()));
    assertThat(keys(verdict)).containsExactly("ledger.shorter");
  }

  @Test
  void aLedgerReplacedAsAWholeIsNoticedByWhoeverHoldsACheckpoint() throws IOException {
    var held = checkpoint(10);
    events.replaceAll(event -> event((int) event.position(), "khác"));
    assertThat(check(file()).holds()).isTrue();
    var verdict = LedgerFile.check(file(), Map.of("giấy nhận", held), Optional.of(signer.key()));
    assertThat(keys(verdict)).containsExactly("ledger.root");
  }

  @Test
  void anEventLeftOutAddedOrMovedIsNoticed() throws IOException {
    var checkpoints = List.of(checkpoint(EVENTS));
    var whole = List.copyOf(events);
    events.remove(5);
    assertThat(check(file(checkpoints)).holds()).isFalse();
    restore(whole);
    events.add(event(EVENTS, "thêm"));
    events.add(3, events.removeLast());
    assertThat(check(file(checkpoints)).holds()).isFalse();
    restore(whole);
    events.add(8, events.remove(7));
    assertThat(check(file(checkpoints)).holds()).isFalse();
    restore(whole);
    events.add(event(EVENTS, "sau điểm chốt"));
    assertThat(check(file(checkpoints)).holds()).isTrue();
    assertThat(check(file(checkpoints)).proven()).isEqualTo(EVENTS);
  }

  private void restore(List<LedgerEntry> whole) {
    events.clear();
    events.addAll(whole);
  }

  @Test
  void twoHundredChangesOfOneCharacterAreAllNoticed() throws IOException {
    var text = Files.readString(file());
    var random = new Random(1663);
    for (int i = 0; i < 200; i++) {
      var changed = new StringBuilder(text);
      int at = random.nextInt(text.length());
      char before = changed.charAt(at);
      char after = "0123456789abcdefXYZ{}\":,\n ".charAt(random.nextInt(26));
      if (before == after || (before == '\n' && after == ' ')) {
        continue;
      }
      changed.setCharAt(at, after);
      var file = folder.resolve("sửa.jsonl");
      Files.writeString(file, changed);
      assertThat(isNoticed(file)).as("at %d: %s → %s", at, before, after).isTrue();
    }
  }

  private boolean isNoticed(Path file) {
    try {
      return !check(file).holds();
    } catch (BadInput refused) {
      return true;
    }
  }

  @Test
  void whatIsNoLedgerFileIsRefusedWithItsPlace() throws IOException {
    for (var content :
        List.of(
            "",
            "x",
            "{}",
            "{\"format\":\"khác/1\",\"origin\":\"a\",\"key\":\"\",\"size\":0}",
            "{\"format\":\"thangdiem-ledger/1\",\"origin\":\"a\",\"key\":\"\",\"size\":1}\n[]",
            "{\"format\":\"thangdiem-ledger/1\",\"origin\":\"a\",\"key\":\"\",\"size\":1}\n{\"x\":1}",
            "{\"format\":\"thangdiem-ledger/1\",\"origin\":\"a\",\"key\":\"\",\"size\":1}\n"
                + "{\"position\":0,\"payload\":\"{}\",\"commitments\":{\"n\":{\"salt\":\"xyz\"}}}")) {
      var file = Files.writeString(folder.resolve("x.jsonl"), content);
      assertThatThrownBy(() -> check(file)).as(content).isInstanceOf(BadInput.class);
    }
  }
}
