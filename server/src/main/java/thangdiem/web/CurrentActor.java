package thangdiem.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import thangdiem.account.Accounts;
import thangdiem.account.Sessions;
import thangdiem.audit.Actor;

/**
 * Who is asking (người đang gọi), read from the database with the session: a session only says
 * which account, so what an account may do changes at once.
 */
@Component
class CurrentActor {

  private static final String READ = CurrentActor.class.getName();

  private final Accounts accounts;
  private final Sessions sessions;

  CurrentActor(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  Optional<Actor> of(HttpServletRequest request) {
    if (request.getAttribute(READ) instanceof Optional<?> read) {
      return read.map(Actor.class::cast);
    }
    Optional<Actor> actor =
        sessions
            .account(request)
            .flatMap(account -> SessionOfRequest.owner(account).or(() -> accounts.actor(account)));
    request.setAttribute(READ, actor);
    return actor;
  }

  /**
   * Nobody can be known while the database is away; no page of this request asks for it again, nor
   * begins a session for the token of its forms.
   */
  void isUnknown(HttpServletRequest request) {
    request.setAttribute(READ, Optional.empty());
    request.removeAttribute(CsrfToken.class.getName());
  }
}
