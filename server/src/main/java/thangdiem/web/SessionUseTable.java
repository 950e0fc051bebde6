package thangdiem.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * When a session was last used (lần dùng gần nhất) is noted once a minute and not at every request:
 * a note waits for the disk, and reading a page should not. Anything else that changes in a session
 * is written at once.
 */
@Configuration
class SessionUseTable {

  /** Given by position: the new id, last use, idle seconds allowed, end, principal; which row. */
  private static final String NOTE =
      """
      update spring_session
         set session_id = said.session_id, last_access_time = said.used,
             max_inactive_interval = said.idle, expiry_time = said.ends, principal_name = said.who
        from (values (?::char(36), ?::bigint, ?::int, ?::bigint, ?::varchar, ?::char(36)))
          as said (session_id, used, idle, ends, who, row)
       where spring_session.primary_id = said.row
         and (said.used >= spring_session.last_access_time + 60000
           or said.session_id <> spring_session.session_id
           or said.idle <> spring_session.max_inactive_interval
           or said.who is distinct from spring_session.principal_name)
      """;

  /** Two pages opened side by side may both be the first to keep something. */
  private static final String KEEP =
      """
      insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
      values (?, ?, ?)
      on conflict (session_primary_id, attribute_name)
        do update set attribute_bytes = excluded.attribute_bytes
      """;

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> noteOnceAMinute() {
    return sessions -> {
      sessions.setUpdateSessionQuery(NOTE);
      sessions.setCreateSessionAttributeQuery(KEEP);
    };
  }
}
