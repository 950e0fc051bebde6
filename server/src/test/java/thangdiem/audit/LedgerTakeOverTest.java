package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import thangdiem.Installation;

/** What a new version of the tables did to rows, as the ledger says it. */
class LedgerTakeOverTest {

  private static List<String> versions(Installation installation) {
    return installation
        .superuser()
        .queryForList(
            """
            select coalesce(payload::jsonb -> 'data' ->> 'version', '') from ledger_event
             where kind = 'DATABASE_MIGRATED' and payload like '%calendar_day%'
             order by ctid
            """,
            String.class);
  }

  /** As a migration does it: past the triggers, with a line in the tables' history. */
  private static void migrate(Installation installation, int days) {
    installation
        .superuser()
        .execute(
            """
            set session_replication_role = replica;
            insert into calendar_day (day, name, working)
            select date '2100-01-01' + place, 'Ngày ' || place, false
              from generate_series(1, %d) place;
            set session_replication_role = origin;
            insert into flyway_schema_history (installed_rank, version, description, type, script,
                   checksum, installed_by, execution_time, success)
            select max(installed_rank) + 1, '9999', 'days', 'SQL', 'V9999__days.sql', 0, 'migrator',
                   1, true
              from flyway_schema_history;
            """
                .formatted(days));
  }

  @Test
  void manyRowsAreSaidInManyEventsOfWhichTheLastNamesTheVersion() {
    try (var installation = Installation.fresh()) {
      int before = versions(installation).size(); // its own tables, when they were new
      migrate(installation, 4_500);
      var takeOver = installation.bean(LedgerTakeOver.class);

      takeOver.sayWhatMigrationsDid();

      var last = before + 2;
      assertThat(versions(installation)).hasSize(last + 1);
      assertThat(versions(installation).subList(before, last)).containsExactly("", "");
      assertThat(versions(installation).get(last)).endsWith("V9999__days.sql");
      assertThat(installation.bean(LedgerVerification.class).verify().differences()).isEmpty();

      takeOver.sayWhatMigrationsDid();

      assertThat(versions(installation)).as("it is said once").hasSize(last + 1);
    }
  }
}
