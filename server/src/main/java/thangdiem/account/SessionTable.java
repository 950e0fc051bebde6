package thangdiem.account;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of Spring's sessions, read and ended by their owner. */
@Component
class SessionTable {

  static final String DEVICE = "device";
  static final String ADDRESS = "address";

  private final JdbcClient sql;

  SessionTable(JdbcClient sql) {
    this.sql = sql;
  }

  List<OwnSession> of(UUID account, String current, Instant begunAfter) {
    return sql.sql(
            """
            select session.session_id, session.creation_time, session.last_access_time,
                   device.attribute_bytes as device, address.attribute_bytes as address
              from spring_session session
              left join spring_session_attributes device
                on device.session_primary_id = session.primary_id
               and device.attribute_name = :device
              left join spring_session_attributes address
                on address.session_primary_id = session.primary_id
               and address.attribute_name = :address
             where session.principal_name = :account
               and session.expiry_time > extract(epoch from now()) * 1000
               and session.creation_time > :begunAfter
             order by session.last_access_time desc
            """)
        .param("device", DEVICE)
        .param("address", ADDRESS)
        .param("account", account.toString())
        .param("begunAfter", begunAfter.toEpochMilli())
        .query((row, _) ->
            new OwnSession(
                text(row, "device"),
                text(row, "address"),
                instant(row, "creation_time"),
                instant(row, "last_access_time"),
                row.getString("session_id").equals(current)))
        .list();
  }

  /** Ends the sessions of an account except one. */
  int end(UUID account, String except) {
    return sql.sql(
            """
            delete from spring_session
             where principal_name = :account and session_id <> :except
            """)
        .param("account", account.toString())
        .param("except", except)
        .update();
  }

  private static String text(ResultSet row, String column) throws SQLException {
    var bytes = row.getBytes(column);
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  private static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column)).atOffset(ZoneOffset.UTC);
  }
}
