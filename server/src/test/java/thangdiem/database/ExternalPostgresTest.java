package thangdiem.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.ARRAY;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL that somebody else runs, here the one of the system (Debian's, for instance). */
class ExternalPostgresTest {

  @TempDir Path folder;

  @Test
  void servesItTwiceAndTheSecondTimeFindsWhatTheFirstWrote() throws Exception {
    try (var cluster = new Cluster(folder, "--data-checksums")) {
      var access = cluster.prepared();
      try (var first = PreparedDatabase.external(access)) {
        assertThat(first.isLedgerLent()).isTrue();
      }
      cluster.administer("revoke thangdiem_ledger from thangdiem_migrator");
      cluster.administer("create table kept as select 'còn đây' as what");
      cluster.administer("grant select on kept to thangdiem_app");

      try (var second = PreparedDatabase.external(access)) {
        assertThat(second.isLedgerLent()).isFalse();
      }
      try (var connection = PreparedDatabase.connect(access.url(), access.application());
          var statement = connection.createStatement();
          var row = statement.executeQuery("select what from kept")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("còn đây");
      }
    }
  }

  @Test
  void refusesOneWithoutChecksumsAndNamesThemAlone() throws IOException {
    try (var cluster = new Cluster(folder, withoutChecksums())) {
      var access = cluster.prepared();

      refuses(access, "gate.off", "data_checksums");
    }
  }

  /** Off unless asked for, until version 18 turned that round. */
  private static String[] withoutChecksums() {
    var version =
        InstalledPostgres.bin().getParent().getFileName().toString().replaceAll("\\D", "");
    return Integer.parseInt(version) < 18 ? new String[0] : new String[] {"--no-data-checksums"};
  }

  @Test
  void refusesEachSettingThatCouldLoseWhatWasAcknowledgedByItsName() throws Exception {
    try (var cluster = new Cluster(folder, "--data-checksums")) {
      var access = cluster.prepared();
      for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
        cluster.set(setting, "off");

        refuses(access, "gate.off", setting);

        cluster.set(setting, "on");
      }
      cluster.administer("alter role thangdiem_app set synchronous_commit = off");

      refuses(access, "gate.off", "synchronous_commit");
    }
  }

  @Test
  void asksForTheLedgerWhereTablesAreToBeMade() throws Exception {
    try (var cluster = new Cluster(folder, "--data-checksums")) {
      var access = cluster.prepared();
      cluster.administer("revoke thangdiem_ledger from thangdiem_migrator");

      refuses(access, "postgres.lend");
    }
  }

  @Test
  void refusesTablesOfANewerVersionOfTheProgram() throws Exception {
    try (var cluster = new Cluster(folder, "--data-checksums")) {
      var access = cluster.prepared();
      PreparedDatabase.external(access).close();
      cluster.administer(
          """
          insert into flyway_schema_history
            (installed_rank, version, description, type, script, installed_by, execution_time, success)
          values (9000, '9000', 'of the future', 'SQL', 'V9000.sql', 'x', 0, true)
          """);

      refuses(access, "home.newer", "of the future");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:postgresql://127.0.0.1:1/thangdiem", "jdbc:postgresql://không.có/x"})
  void saysWhichOneCannotBeReached(String url) {
    var nobody = new DatabaseAccess.Credential("x", "y");

    assertThatThrownBy(
            () -> PreparedDatabase.external(new DatabaseAccess(url, nobody, nobody, nobody)))
        .isInstanceOfSatisfying(
            StartRefusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo("postgres.unreachable");
              assertThat(refusal.arguments()).contains(url);
            });
  }

  private static void refuses(DatabaseAccess access, String key, Object... arguments) {
    assertThatThrownBy(() -> PreparedDatabase.external(access))
        .asInstanceOf(type(StartRefusal.class))
        .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key))
        .extracting(StartRefusal::arguments)
        .asInstanceOf(ARRAY)
        .containsExactly(arguments);
  }
}
