package thangdiem.account;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id (mật khẩu). Each hash takes 19 MiB, so only a few are made at a time: many
 * people signing in at once wait a moment instead of exhausting the memory.
 */
@Component
class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int AT_ONCE = 4;
  private static final int IN_LINE = 200;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, ITERATIONS);
  private final Semaphore room = new Semaphore(AT_ONCE, true);
  private final String nobodys = encoder.encode("the password of nobody");

  String hash(String password) {
    takeRoom();
    try {
      return encoder.encode(PasswordRules.composed(password));
    } finally {
      room.release();
    }
  }

  /** Takes as long for somebody who does not exist. */
  boolean matches(String password, java.util.Optional<String> hash) {
    takeRoom();
    try {
      return encoder.matches(PasswordRules.composed(password), hash.orElse(nobodys))
          && hash.isPresent();
    } finally {
      room.release();
    }
  }

  /** In the order in which they came; a line that nobody would wait through is not joined. */
  private void takeRoom() {
    if (room.getQueueLength() > IN_LINE) {
      throw new TooSoon(Duration.ofSeconds(5));
    }
    room.acquireUninterruptibly();
  }
}
