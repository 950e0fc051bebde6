package thangdiem.account;

import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of tries that were not right (sign_in_failure). Counted by the real clock: who waits,
 * waits in the real world.
 */
@Component
class FailureTable {

  /**
   * What came before.
   *
   * @param sinceLast how long ago the last was; nothing when it began after this one and was faster
   */
  record Before(long tries, Duration sinceLast) {}

  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  FailureTable(JdbcClient sql, PlatformTransactionManager transactions) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Counts a try unless the rule throws. Two at once at the same: the second has come too soon, and
   * is told so without waiting for the first.
   */
  void count(Pace.Try next, Consumer<Before> rule) {
    transaction.executeWithoutResult(_ -> {
      if (!alone(next)) {
        throw new TooSoon(Duration.ofSeconds(1));
      }
      rule.accept(before(next));
      sql.sql("insert into sign_in_failure (login, address, at) values (:at, :from, now())")
          .param("at", next.at())
          .param("from", next.from())
          .update();
    });
  }

  private boolean alone(Pace.Try next) {
    return sql.sql("select pg_try_advisory_xact_lock(hashtextextended(:at || ' ' || :from, 7))")
        .param("at", next.at())
        .param("from", next.from())
        .query(Boolean.class)
        .single();
  }

  private Before before(Pace.Try next) {
    return sql.sql(
            """
            select count(*) as tries,
                   coalesce(extract(epoch from now() - max(at)), 0) as since_last
              from sign_in_failure
             where login = :at and address = :from and at > now() - interval '15 minutes'
            """)
        .param("at", next.at())
        .param("from", next.from())
        .query(FailureTable::read)
        .single();
  }

  /** Everything that was tried from there. */
  Before from(String address) {
    return sql.sql(
            """
            select count(*) as tries,
                   coalesce(extract(epoch from now() - max(at)), 0) as since_last
              from sign_in_failure
             where address = :from and at > now() - interval '15 minutes'
            """)
        .param("from", address)
        .query(FailureTable::read)
        .single();
  }

  private static Before read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Before(
        row.getLong("tries"),
        Duration.ofMillis(
            Math.max(0, row.getBigDecimal("since_last").movePointRight(3).longValue())));
  }

  void forget(Pace.Try right) {
    sql.sql("delete from sign_in_failure where login = :at and address = :from")
        .param("at", right.at())
        .param("from", right.from())
        .update();
  }

  void prune() {
    sql.sql("delete from sign_in_failure where at < now() - interval '1 day'").update();
  }
}
