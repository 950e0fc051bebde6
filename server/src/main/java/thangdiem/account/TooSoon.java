package thangdiem.account;

import java.time.Duration;
import thangdiem.words.Sentence;

/** A try that came before the wait was over (thử lại quá sớm): nothing was looked at. */
public final class TooSoon extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration left;

  TooSoon(Duration left) {
    super("wait " + left);
    this.left = left;
  }

  /** Whole seconds until the next try. */
  public long seconds() {
    return Math.max(1, left.plusMillis(999).toSeconds());
  }

  /** How long to wait, in words. */
  public Sentence sentence() {
    long seconds = seconds();
    return seconds < Duration.ofMinutes(2).toSeconds()
        ? Sentence.of("wait.seconds", seconds)
        : Sentence.of("wait.minutes", Math.ceilDiv(seconds, 60));
  }
}
