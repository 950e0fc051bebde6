package thangdiem.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import thangdiem.audit.Actor;

/**
 * What this request has read of sessions (phiên của lượt gọi): Spring's filter asks again for what
 * it has just saved. The next request reads anew, so that what was ended is ended at once.
 */
final class SessionOfRequest implements Filter {

  private static final ThreadLocal<@Nullable Map<String, Optional<OpenSession>>> READ =
      new ThreadLocal<>();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    READ.set(new HashMap<>());
    try {
      chain.doFilter(request, response);
    } finally {
      READ.remove();
    }
  }

  static @Nullable OpenSession read(String id, Supplier<Optional<OpenSession>> reading) {
    var read = READ.get();
    var session = read == null ? null : read.get(id);
    if (session == null) {
      session = reading.get();
      if (read != null) {
        read.put(id, session);
      }
    }
    return session.orElse(null);
  }

  /** That account, where a session of this request was read with its owner. */
  static Optional<Actor> owner(UUID account) {
    var read = READ.get();
    return read == null
        ? Optional.empty()
        : read.values().stream()
            .flatMap(Optional::stream)
            .flatMap(session -> session.owner().stream())
            .filter(owner -> owner.account().equals(account))
            .findFirst();
  }

  static void kept(OpenSession session) {
    var read = READ.get();
    if (read != null) {
      read.put(session.getId(), Optional.of(session));
    }
  }

  static void ended(String id) {
    var read = READ.get();
    if (read != null) {
      read.put(id, Optional.empty());
    }
  }
}
