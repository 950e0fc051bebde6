package thangdiem.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import thangdiem.audit.Actor;

/** A session as a request works on it (phiên làm việc): what it holds, and what of that is new. */
final class OpenSession implements Session {

  /** How long a session lives without a request. */
  static final Duration IDLE = Duration.ofMinutes(30);

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final String row;
  private final MapSession held;
  private final Map<String, @Nullable Object> changes = new HashMap<>();
  private final Optional<Actor> owner;
  private Instant noted;
  private boolean begun;
  private boolean renamed;

  private OpenSession(String row, MapSession held, Optional<Actor> owner, boolean begun) {
    this.row = row;
    this.held = held;
    this.owner = owner;
    this.noted = held.getLastAccessedTime();
    this.begun = begun;
  }

  static OpenSession begin() {
    var held = new MapSession(UUID.randomUUID().toString());
    held.setMaxInactiveInterval(IDLE);
    return new OpenSession(UUID.randomUUID().toString(), held, Optional.empty(), true);
  }

  /**
   * One that stands in that row.
   *
   * @param owner whose it was, as they were known when it was read
   */
  static OpenSession read(String row, MapSession held, Optional<Actor> owner) {
    return new OpenSession(row, held, owner, false);
  }

  Optional<Actor> owner() {
    return owner;
  }

  String row() {
    return row;
  }

  boolean isBegun() {
    return begun;
  }

  /** What it newly holds, by name; null what it no longer holds. */
  Map<String, @Nullable Object> changes() {
    return changes;
  }

  boolean isRenamed() {
    return renamed;
  }

  /**
   * Whether its last use is to be written down: once a minute and not at every request, for a note
   * waits for the disk and reading a page should not.
   */
  boolean isUsedLongAfterItsNote() {
    return !getLastAccessedTime().isBefore(noted.plus(NOTED_EVERY));
  }

  Instant end() {
    return getLastAccessedTime().plus(getMaxInactiveInterval());
  }

  void kept() {
    changes.clear();
    noted = getLastAccessedTime();
    begun = false;
    renamed = false;
  }

  @Override
  public String getId() {
    return held.getId();
  }

  @Override
  public String changeSessionId() {
    renamed = true;
    return held.changeSessionId();
  }

  @Override
  public <T> @Nullable T getAttribute(String name) {
    return held.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return held.getAttributeNames();
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value != null || held.getAttribute(name) != null) {
      held.setAttribute(name, value);
      changes.put(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    setAttribute(name, null);
  }

  @Override
  public Instant getCreationTime() {
    return held.getCreationTime();
  }

  @Override
  public void setLastAccessedTime(Instant at) {
    held.setLastAccessedTime(at);
  }

  @Override
  public Instant getLastAccessedTime() {
    return held.getLastAccessedTime();
  }

  @Override
  public void setMaxInactiveInterval(Duration idle) {
    held.setMaxInactiveInterval(idle);
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return held.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return held.isExpired();
  }
}
