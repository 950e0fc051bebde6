package thangdiem.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed events their position in the ledger (xếp thứ tự), in the order in which they
 * arrived. Changes need not wait for each other to be numbered: they leave their event in a queue,
 * in their own transaction.
 */
@Component
class LedgerSequencer {

  /** Any number that nothing else in this database locks. */
  private static final long LOCK = 1663;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;

  LedgerSequencer(JdbcClient sql, PlatformTransactionManager transactions) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Places everything that is waiting; afterwards the queue holds only what came meanwhile. */
  @Scheduled(fixedDelayString = "PT1S")
  void sequence() {
    if (sql.sql("select exists (select from ledger_queue)").query(Boolean.class).single()) {
      transaction.executeWithoutResult(_ -> place());
    }
  }

  private void place() {
    sql.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
    // A statement of its own: it must see what whoever held the lock before us has placed.
    sql.sql(
            """
            with waiting as (select arrival, event from ledger_queue),
                 placed as (
                   insert into ledger_leaf (position, event)
                   select (select coalesce(max(position) + 1, 0) from ledger_leaf)
                          + row_number() over (order by arrival) - 1, event
                     from waiting)
            delete from ledger_queue where arrival in (select arrival from waiting)
            """)
        .update();
  }
}
