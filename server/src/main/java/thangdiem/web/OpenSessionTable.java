package thangdiem.web;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import thangdiem.audit.Together;

/**
 * The rows of sessions, holding texts and nothing else: a row that somebody tampered with can name
 * no class to load, and at worst says something nobody understands, which means signed out. A
 * request reads in one question its session and whose it is, together with those that come at the
 * same time, and writes only where something has changed.
 */
@Component
class OpenSessionTable implements SessionRepository<OpenSession> {

  private static final int LONGEST_TEXT = 100; // of the column in which the account stands

  /** The text by which {@link thangdiem.account.Sessions} knows whose it is. */
  private static final String OWNER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  /** Two requests of one session read it apart: each works on its own. */
  private final Together<String, Optional<OpenSession>> readings =
      new Together<>(id -> id, this::read);

  OpenSessionTable(JdbcClient sql, PlatformTransactionManager transactions) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
    // a file may be on its way out of a transaction that only reads, or that is undone
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public OpenSession createSession() {
    return OpenSession.begin();
  }

  @Override
  public @Nullable OpenSession findById(String id) {
    return SessionOfRequest.read(id, () -> readings.serve(id));
  }

  private List<Optional<OpenSession>> read(List<String> ids) {
    var readings = new HashMap<String, SessionReading>();
    sql.sql(
            """
            select session.session_id, session.primary_id, session.creation_time,
                   session.last_access_time, session.max_inactive_interval, kept.names, kept.texts,
                   owner.id as owner, owner.login, owner.name, owner.language,
                   home.code as works_in, held.role, held.unit, unit.name as unit_name
              from unnest(cast(:ids as char(36)[])) said (id)
              join spring_session session on session.session_id = said.id
              cross join lateral (
                select array_agg(attribute_name) as names, array_agg(attribute_bytes) as texts
                  from spring_session_attributes
                 where session_primary_id = session.primary_id) kept
              left join account owner
                on owner.disabled_at is null
               and owner.id = case
                     when session.principal_name ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
                     then cast(session.principal_name as uuid) end
              left join org_unit home on home.id = owner.works_in
              left join account_role held on held.account = owner.id
              left join org_unit unit on unit.id = held.unit
             order by held.role
            """)
        .param("ids", Together.padded(ids.stream(), String[]::new), Types.ARRAY)
        .query((row, _) ->
            readings.computeIfAbsent(row.getString("session_id"), SessionReading::new).take(row))
        .list();
    return ids.stream()
        .map(id -> Optional.ofNullable(readings.get(id)).flatMap(this::living))
        .toList();
  }

  private Optional<OpenSession> living(SessionReading reading) {
    if (reading.isExpired()) {
      deleteById(reading.id());
      return Optional.empty();
    }
    return reading.session();
  }

  @Override
  public void save(OpenSession session) {
    if (session.isBegun()) {
      transaction.executeWithoutResult(_ -> {
        add(session);
        keep(session);
      });
    } else if (!session.changes().isEmpty() || session.isRenamed()) {
      transaction.executeWithoutResult(_ -> {
        note(session);
        keep(session);
      });
    } else if (session.isUsedLongAfterItsNote()) {
      transaction.executeWithoutResult(_ -> note(session));
    } else {
      return;
    }
    session.kept();
    SessionOfRequest.kept(session);
  }

  private void add(OpenSession session) {
    sql.sql(
            """
            insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                   max_inactive_interval, expiry_time, principal_name)
            values (:row, :id, :begun, :used, :idle, :ends, :owner)
            """)
        .param("row", session.row())
        .param("id", session.getId())
        .param("begun", session.getCreationTime().toEpochMilli())
        .param("used", session.getLastAccessedTime().toEpochMilli())
        .param("idle", session.getMaxInactiveInterval().toSeconds())
        .param("ends", session.end().toEpochMilli())
        .param("owner", session.getAttribute(OWNER), Types.VARCHAR)
        .update();
  }

  private void note(OpenSession session) {
    sql.sql(
            """
            update spring_session
               set session_id = :id, last_access_time = :used, expiry_time = :ends,
                   principal_name = :owner
             where primary_id = cast(:row as char(36))
            """)
        .param("id", session.getId())
        .param("used", session.getLastAccessedTime().toEpochMilli())
        .param("ends", session.end().toEpochMilli())
        .param("owner", session.getAttribute(OWNER), Types.VARCHAR)
        .param("row", session.row())
        .update();
  }

  /**
   * Two pages opened side by side may both be the first to keep something; of a session that was
   * ended meanwhile nothing is kept.
   */
  private void keep(OpenSession session) {
    var gone = new HashSet<String>();
    var names = new HashSet<String>();
    session.changes().forEach((name, value) -> (value == null ? gone : names).add(name));
    if (!gone.isEmpty()) {
      sql.sql(
              """
              delete from spring_session_attributes
               where session_primary_id = cast(:row as char(36)) and attribute_name = any (:gone)
              """)
          .param("row", session.row())
          .param("gone", gone.toArray(String[]::new), Types.ARRAY)
          .update();
    }
    if (!names.isEmpty()) {
      var ordered = names.toArray(String[]::new);
      var values = new byte[ordered.length][];
      for (int i = 0; i < ordered.length; i++) {
        values[i] = bytes(session.getAttribute(ordered[i]));
      }
      sql.sql(
              """
              insert into spring_session_attributes
                     (session_primary_id, attribute_name, attribute_bytes)
              select session.primary_id, said.name, said.bytes
                from spring_session session, unnest(:names, :values) said (name, bytes)
               where session.primary_id = cast(:row as char(36))
              on conflict (session_primary_id, attribute_name)
                do update set attribute_bytes = excluded.attribute_bytes
              """)
          .param("names", ordered, Types.ARRAY)
          .param("values", values, Types.ARRAY)
          .param("row", session.row())
          .update();
    }
  }

  @Override
  public void deleteById(String id) {
    SessionOfRequest.ended(id);
    transaction.executeWithoutResult(_ ->
        sql.sql("delete from spring_session where session_id = cast(:id as char(36))")
            .param("id", id)
            .update());
  }

  /** Those that nobody came back to. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void clear() {
    sql.sql("delete from spring_session where expiry_time < extract(epoch from now()) * 1000")
        .update();
  }

  private static byte[] bytes(@Nullable Object value) {
    if (value instanceof String text && isOurs(text)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalStateException("a session holds short texts only, not " + value);
  }

  /** What we would not have written says nothing. */
  static String text(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    return isOurs(text) ? text : "";
  }

  private static boolean isOurs(String text) {
    return text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl);
  }
}
