package thangdiem.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;

/** A session as its rows say it, with whom it belongs to: a row for each role that they hold. */
final class SessionReading {

  private final MapSession held;
  private final List<Actor.Grant> grants = new ArrayList<>();
  private @Nullable String row;
  private @Nullable Actor owner;

  SessionReading(String id) {
    this.held = new MapSession(id);
  }

  String id() {
    return held.getId();
  }

  String take(ResultSet found) throws SQLException {
    var primary = found.getString("primary_id");
    if (row == null) {
      row = primary;
      times(found);
      texts(found);
      owner = owner(found);
    }
    var role = found.getString("role");
    if (role != null) {
      grants.add(
          new Actor.Grant(
              Role.valueOf(role),
              found.getObject("unit", UUID.class),
              found.getString("unit_name")));
    }
    return primary;
  }

  private void times(ResultSet found) throws SQLException {
    held.setCreationTime(Instant.ofEpochMilli(found.getLong("creation_time")));
    held.setLastAccessedTime(Instant.ofEpochMilli(found.getLong("last_access_time")));
    held.setMaxInactiveInterval(Duration.ofSeconds(found.getInt("max_inactive_interval")));
  }

  private void texts(ResultSet found) throws SQLException {
    var names = found.getArray("names");
    if (names != null) {
      var name = (String[]) names.getArray();
      var bytes = (byte[][]) found.getArray("texts").getArray();
      for (int i = 0; i < name.length; i++) {
        held.setAttribute(name[i], OpenSessionTable.text(bytes[i]));
      }
    }
  }

  private static @Nullable Actor owner(ResultSet found) throws SQLException {
    var account = found.getObject("owner", UUID.class);
    return account == null
        ? null
        : new Actor(
            account,
            found.getString("login"),
            found.getString("name"),
            found.getString("works_in"),
            found.getString("language"),
            List.of());
  }

  boolean isExpired() {
    return held.isExpired();
  }

  Optional<OpenSession> session() {
    return Optional.ofNullable(row).map(known -> OpenSession.read(known, held, actor()));
  }

  private Optional<Actor> actor() {
    return Optional.ofNullable(owner)
        .map(known ->
            new Actor(
                known.account(),
                known.login(),
                known.name(),
                known.unit(),
                known.language(),
                List.copyOf(grants)));
  }
}
