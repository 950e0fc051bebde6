package thangdiem.benchmarks;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The statements of one save of ours, by JDBC alone on the same PostgreSQL: what the database gives
 * when nobody has to be asked who they are.
 */
final class RawSave implements Load.Client {

  private static final String PAYLOAD = "x".repeat(300);

  private final Connection connection;
  private final UUID account;
  private final LocalDate day;
  private final PreparedStatement right;
  private final PreparedStatement delete;
  private final PreparedStatement insert;
  private final PreparedStatement changes;
  private final PreparedStatement now;
  private final PreparedStatement event;

  RawSave(Connection connection, LocalDate day) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.day = day;
    try (var row =
        connection
            .createStatement()
            .executeQuery("select account from account_role where role = 'ORGANISER' limit 1")) {
      row.next();
      this.account = row.getObject(1, UUID.class);
    }
    connection.commit();
    right =
        connection.prepareStatement(
            """
            select exists (
              select 1 from account_role held
                join account on account.id = held.account and account.disabled_at is null
               where held.account = ? and held.role = any (?))
            """);
    delete =
        connection.prepareStatement("delete from calendar_day where extract(year from day) = ?");
    insert =
        connection.prepareStatement(
            "insert into calendar_day (day, name, working) values (?, ?, ?)");
    changes = connection.prepareStatement("select * from take_changes()");
    now = connection.prepareStatement("select now_effective()");
    event =
        connection.prepareStatement(
            """
            with written as (
              insert into ledger_event (event, at, kind, actor, round, unit, payload, leaf_hash)
              values (?, ?, 'HOLIDAYS_SET', ?, null, null, ?, ?)
              returning event)
            insert into ledger_queue (event) select event from written
            """);
  }

  @Override
  public boolean once() throws SQLException {
    right.setObject(1, account);
    right.setArray(2, connection.createArrayOf("text", new String[] {"ORGANISER"}));
    right.executeQuery().next();
    delete.setInt(1, day.getYear());
    delete.executeUpdate();
    insert.setDate(1, Date.valueOf(day));
    insert.setString(2, "Nghỉ");
    insert.setBoolean(3, false);
    insert.executeUpdate();
    try (var changed = changes.executeQuery()) {
      while (changed.next()) {
        changed.getString(1);
      }
    }
    OffsetDateTime at;
    try (var row = now.executeQuery()) {
      row.next();
      at = row.getObject(1, OffsetDateTime.class);
    }
    event.setObject(1, UUID.randomUUID());
    event.setObject(2, at);
    event.setObject(3, account);
    event.setString(4, PAYLOAD);
    event.setBytes(5, new byte[32]);
    event.executeUpdate();
    connection.commit();
    return true;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
