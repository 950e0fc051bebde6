package thangdiem.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import thangdiem.account.Accounts;
import thangdiem.audit.Actor;

/**
 * Who is asking (người đang gọi), read from the database once a request: a session only says which
 * account, so what an account may do changes at once.
 */
@Component
class CurrentActor {

  private static final String READ = CurrentActor.class.getName();

  private final Accounts accounts;

  CurrentActor(Accounts accounts) {
    this.accounts = accounts;
  }

  Optional<Actor> of(HttpServletRequest request) {
    if (request.getAttribute(READ) instanceof Optional<?> read) {
      return read.map(Actor.class::cast);
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    Optional<Actor> actor =
        authentication == null || !authentication.isAuthenticated()
            ? Optional.empty()
            : accounts.actor(UUID.fromString(authentication.getName()));
    request.setAttribute(READ, actor);
    return actor;
  }
}
