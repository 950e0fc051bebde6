package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Subject;

/** The last step of every way in (vào hệ thống): the event, the device, the session. */
@Component
class SignIns {

  private final AccountTable table;
  private final Acts acts;
  private final Sessions sessions;
  private final KnownDevices devices;

  SignIns(AccountTable table, Acts acts, Sessions sessions, KnownDevices devices) {
    this.table = table;
    this.acts = acts;
    this.sessions = sessions;
    this.devices = devices;
  }

  void enter(Actor actor, Way way, HttpServletRequest request, HttpServletResponse response) {
    acts.run(
        actor,
        Act.SIGNED_IN,
        Subject.PROVINCE,
        event -> {
          event.with("way", way);
          table.signedIn(actor.account());
        });
    devices.remember(actor.account(), request, response);
    sessions.start(actor.account(), way, request);
  }

  /** A try that was looked at and was wrong. */
  void failed(Way way, String login) {
    acts.bySystem(Act.SIGN_IN_FAILED, event -> event.with("way", way).personally("login", login));
  }
}
