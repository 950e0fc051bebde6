package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;

/**
 * The roles that a password alone is too little for (vai trò cần bảo vệ thêm): who holds one could
 * change what the whole province is ranked by.
 */
@Component
public class StrongRoles {

  private static final Role[] STRONG = {
    Role.ADMINISTRATOR,
    Role.ORGANISER,
    Role.VERIFIER,
    Role.INSPECTOR,
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_SECRETARY,
    Role.CHAIRMAN
  };

  /** What is owed. */
  public enum Duty {
    NONE,
    ADVISED,
    REQUIRED
  }

  private final SignInSettings settings;
  private final Sessions sessions;

  StrongRoles(SignInSettings settings, Sessions sessions) {
    this.settings = settings;
    this.sessions = sessions;
  }

  /** What this person owes who came in as they did. */
  public Duty duty(Actor actor, HttpServletRequest request) {
    return duty(actor, sessions.way(request), settings);
  }

  static Duty duty(Actor actor, Way way, SignInSettings settings) {
    if (!actor.isAny(STRONG) || way.strong() || settings.demo()) {
      return Duty.NONE;
    }
    return switch (settings.rule()) {
      case ADVISED -> Duty.ADVISED;
      case REQUIRED -> Duty.REQUIRED;
    };
  }
}
