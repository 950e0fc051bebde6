package thangdiem.account;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id (mật khẩu). Each hash takes 19 MiB, so only a few are made at a time: many
 * people signing in at once wait in a line instead of exhausting the memory.
 *
 * <p>Hashes are made by threads of their own. A virtual thread that computes gives way to nobody,
 * and those who save would wait, their database connection in hand, for those who sign in.
 */
@Component
class Passwords implements AutoCloseable {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int AT_ONCE = Math.min(4, Runtime.getRuntime().availableProcessors());

  /** More than the province has clerks: on the last evening they come at once, and all get in. */
  private static final int IN_LINE = 1_000;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, ITERATIONS);
  private final ThreadPoolExecutor line =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(IN_LINE),
          Thread.ofPlatform().name("password-", 0).daemon().factory());
  private final String nobodys = encoder.encode("the password of nobody");

  String hash(String password) {
    return inLine(() -> encoder.encode(PasswordRules.composed(password)));
  }

  /** Takes as long for somebody who does not exist. */
  boolean matches(String password, Optional<String> hash) {
    return inLine(() ->
        encoder.matches(PasswordRules.composed(password), hash.orElse(nobodys))
            && hash.isPresent());
  }

  /** In the order in which they came; a line that nobody would wait through is not joined. */
  private <T> T inLine(Callable<T> work) {
    try {
      return line.submit(work).get();
    } catch (RejectedExecutionException e) {
      throw new TooSoon(Duration.ofSeconds(5));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    line.shutdown();
  }
}
