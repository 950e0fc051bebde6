package thangdiem.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who a session belongs to and since when (phiên làm việc). It holds a few words and no right: what
 * somebody may do is read from the database at each request.
 */
@Component
public class Sessions {

  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration HALFWAY = Duration.ofMinutes(10);
  private static final Duration FRESH = Duration.ofMinutes(15);

  private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  private static final String WAY = "way";
  private static final String PROVEN = "proven";
  private static final String HALF = "half";
  private static final String NEXT = "next";

  private final SessionTable table;
  private final ClientAddress addresses;
  private final InstantSource clock;

  Sessions(SessionTable table, ClientAddress addresses, InstantSource clock) {
    this.table = table;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** The account that is signed in; nobody after twelve hours, however busy they were. */
  public Optional<UUID> account(HttpServletRequest request) {
    return session(request)
        .filter(session -> younger(session.getCreationTime(), LONGEST))
        .flatMap(session -> text(session, ACCOUNT))
        .flatMap(Sessions::id);
  }

  /** How they came in; a session that does not say came in the weakest way. */
  public Way way(HttpServletRequest request) {
    return session(request)
        .flatMap(session -> text(session, WAY))
        .flatMap(
            written -> Stream.of(Way.values()).filter(way -> way.name().equals(written)).findAny())
        .orElse(Way.PASSWORD);
  }

  /** Begins a session of its own: nothing of the one before is left, its name least of all. */
  void start(UUID account, Way way, HttpServletRequest request) {
    var session = anew(request);
    session.setAttribute(ACCOUNT, account.toString());
    session.setAttribute(WAY, way.name());
    session.setAttribute(PROVEN, String.valueOf(clock.millis()));
    session.setAttribute(SessionTable.DEVICE, Browser.named(request.getHeader("User-Agent")));
    session.setAttribute(SessionTable.ADDRESS, addresses.of(request));
  }

  /** The password was right, the second factor is still to come. */
  void startHalfway(UUID account, String next, HttpServletRequest request) {
    var session = anew(request);
    session.setAttribute(HALF, account.toString());
    session.setAttribute(NEXT, next);
  }

  /** Whose second factor is awaited, for ten minutes. */
  Optional<UUID> halfway(HttpServletRequest request) {
    return session(request)
        .filter(session -> younger(session.getCreationTime(), HALFWAY))
        .flatMap(session -> text(session, HALF))
        .flatMap(Sessions::id);
  }

  /** Where they wanted to go. */
  String next(HttpServletRequest request) {
    return session(request).flatMap(session -> text(session, NEXT)).orElse("/");
  }

  /** Whether they proved a moment ago that it is they who sit there. */
  boolean fresh(HttpServletRequest request) {
    return session(request)
        .flatMap(session -> text(session, PROVEN))
        .filter(written -> written.matches("[0-9]{1,15}"))
        .filter(written -> younger(Long.parseLong(written), FRESH))
        .isPresent();
  }

  void proven(HttpServletRequest request) {
    request.getSession().setAttribute(PROVEN, String.valueOf(clock.millis()));
  }

  /** From now on the session counts as begun in a stronger way. */
  void strengthened(Way way, HttpServletRequest request) {
    request.getSession().setAttribute(WAY, way.name());
  }

  /** A short text that the next request of this session will need. */
  void keep(String name, String text, HttpServletRequest request) {
    request.getSession().setAttribute(name, text);
  }

  /** That text, once. */
  Optional<String> take(String name, HttpServletRequest request) {
    var kept = session(request).flatMap(session -> text(session, name));
    session(request).ifPresent(session -> session.removeAttribute(name));
    return kept;
  }

  /** Ends the session of this request. */
  void end(HttpServletRequest request) {
    session(request).ifPresent(HttpSession::invalidate);
  }

  /** The sessions of an account, the one of this request marked. */
  List<OwnSession> of(UUID account, HttpServletRequest request) {
    var current = session(request).map(HttpSession::getId).orElse("");
    return table.of(account, current, clock.instant().minus(LONGEST));
  }

  /** Ends all sessions of the account but this one. */
  int endOthers(UUID account, HttpServletRequest request) {
    return table.end(account, session(request).map(HttpSession::getId).orElse(""));
  }

  /** Ends all sessions of an account, wherever they are. */
  public int endAll(UUID account) {
    return table.end(account, "");
  }

  private boolean younger(long millis, Duration age) {
    return Instant.ofEpochMilli(millis).plus(age).isAfter(clock.instant());
  }

  private static HttpSession anew(HttpServletRequest request) {
    session(request).ifPresent(HttpSession::invalidate);
    return request.getSession(true);
  }

  private static Optional<HttpSession> session(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false));
  }

  private static Optional<String> text(HttpSession session, String name) {
    return session.getAttribute(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Optional<UUID> id(String written) {
    try {
      return Optional.of(UUID.fromString(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
