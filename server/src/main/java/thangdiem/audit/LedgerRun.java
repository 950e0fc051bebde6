package thangdiem.audit;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.proof.LedgerCheck;

/**
 * The check that somebody has asked for on the page (lần kiểm tra): one at a time, whoever asks; it
 * goes on while pages are looked at, and its verdict stays until the next.
 */
@Component
public class LedgerRun {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerRun.class);

  /** A check of this length is shown as done, and no page in between. */
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  /**
   * How far it is.
   *
   * @param read how many events were read
   * @param verdict absent while it goes on
   * @param failed whether it could not be carried through
   */
  public record State(
      long read,
      long size,
      OffsetDateTime begun,
      Duration taken,
      Optional<LedgerCheck.Verdict> verdict,
      boolean failed) {

    public boolean goesOn() {
      return verdict.isEmpty() && !failed;
    }
  }

  private final LedgerVerification verification;
  private final LedgerSearch search;
  private final JdbcClient sql;
  private volatile Optional<State> state = Optional.empty();

  LedgerRun(LedgerVerification verification, LedgerSearch search, JdbcClient sql) {
    this.verification = verification;
    this.search = search;
    this.sql = sql;
  }

  /** The last check or the one that goes on; absent when none was made since the start. */
  Optional<State> state() {
    return state;
  }

  /** Begins a check, unless one goes on, and waits a moment for it. */
  void begin() throws InterruptedException {
    var done = new CountDownLatch(1);
    synchronized (this) {
      if (state.filter(State::goesOn).isPresent()) {
        return;
      }
      var now = sql.sql("select now_effective()").query(OffsetDateTime.class).single();
      state = Optional.of(new State(0, search.size(), now, Duration.ZERO, Optional.empty(), false));
    }
    Thread.ofVirtual().name("verification").start(() -> run(done));
    done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run(CountDownLatch done) {
    long begun = System.nanoTime();
    try {
      var verdict = verification.verify(read -> update(read, begun, Optional.empty(), false));
      update(verdict.size(), begun, Optional.of(verdict), false);
    } catch (RuntimeException e) {
      LOG.error("the ledger could not be checked", e);
      update(0, begun, Optional.empty(), true);
    } finally {
      done.countDown();
    }
  }

  private void update(
      long read, long begun, Optional<LedgerCheck.Verdict> verdict, boolean failed) {
    if (read % 1000 == 0 || verdict.isPresent() || failed) {
      var taken = Duration.ofNanos(System.nanoTime() - begun);
      state =
          state.map(known ->
              new State(read, Math.max(read, known.size()), known.begun(), taken, verdict, failed));
    }
  }
}
