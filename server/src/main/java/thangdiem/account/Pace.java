package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses (giãn nhịp thử), on every way in. What counts is what was guessed at and
 * from where, so a rival cannot keep anybody out at the deadline: from a device on which the
 * account was used before, and from any other address, it opens at once. Nothing is ever locked.
 */
@Component
public class Pace {

  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Many people sit behind one address: it is slowed as a whole only late, and only a little. */
  private static final int FREE_OF_AN_ADDRESS = 100;

  private static final Duration LONGEST_OF_AN_ADDRESS = Duration.ofSeconds(20);

  private final FailureTable failures;
  private final KnownDevices devices;
  private final ClientAddress addresses;

  Pace(FailureTable failures, KnownDevices devices, ClientAddress addresses) {
    this.failures = failures;
    this.devices = devices;
    this.addresses = addresses;
  }

  /** A try, counted as a wrong one until it is said to have been right. */
  public record Try(String at, String from) {}

  /**
   * Counts a try before anything is looked at, so that many at once are no way around it.
   *
   * @param at what is guessed: a login, or the name of another way in
   * @throws TooSoon when it comes before the wait is over
   */
  public Try begin(String at, HttpServletRequest request) {
    return devices
        .device(at, request)
        .map(device -> count(new Try(at, device), false))
        .orElseGet(() -> count(new Try(at, addresses.of(request)), true));
  }

  /**
   * Counts a try at what only the right password leads to: there a guesser is slowed wherever they
   * come from, except that the person's own devices stand apart.
   */
  Try beginAnywhere(String at, String login, HttpServletRequest request) {
    return count(new Try(at, devices.device(login, request).orElse("")), false);
  }

  /** The try was right: what was counted is forgotten. */
  public void passed(Try right) {
    failures.forget(right);
  }

  private Try count(Try next, boolean withNeighbours) {
    failures.count(
        next,
        before -> {
          var wait = wait(before.tries(), FREE, 1, LONGEST);
          if (withNeighbours) {
            var shared = failures.from(next.from());
            require(shared, wait(shared.tries(), FREE_OF_AN_ADDRESS, 20, LONGEST_OF_AN_ADDRESS));
          }
          require(before, wait);
        });
    return next;
  }

  private static void require(FailureTable.Before before, Duration wait) {
    var left = wait.minus(before.sinceLast());
    if (left.isPositive()) {
      throw new TooSoon(left);
    }
  }

  /** One second after the free tries, twice as long after each {@code step} more. */
  private static Duration wait(long tries, int free, int step, Duration longest) {
    if (tries < free) {
      return Duration.ZERO;
    }
    long doubled = Math.min((tries - free) / step, 20);
    var wait = Duration.ofSeconds(1L << doubled);
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  /** Old failures and devices not used for half a year are forgotten. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void prune() {
    failures.prune();
    devices.prune();
  }
}
