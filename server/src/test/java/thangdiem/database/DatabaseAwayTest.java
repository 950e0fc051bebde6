package thangdiem.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import thangdiem.Installation;
import thangdiem.Province;
import thangdiem.Visitor;
import thangdiem.audit.Role;

/** The database is away for a while (mất cơ sở dữ liệu): what people read meanwhile. */
class DatabaseAwayTest {

  private static final long ONE_SECOND = 1_000; // nobody here comes back within the usual 30

  @TempDir Path folder;

  @Test
  void saysSoToEverybodyAndGoesOnByItselfAfterwards() throws Exception {
    try (var cluster = new Cluster(folder, "--data-checksums");
        var installation = Installation.external(folder.resolve("home"), cluster.prepared())) {
      var organiser =
          new Visitor(installation.port())
              .signedIn(installation.bean(Province.class).somebody(Role.ORGANISER).login());
      var token = organiser.token();
      var guest = new Visitor(installation.port()).holding("lang", "en");
      installation.bean(HikariDataSource.class).setConnectionTimeout(ONE_SECOND);
      cluster.stop();
      try {
        saysThatItComesBack(organiser.get("/rounds"), "Chờ khoảng nửa phút");
        saysThatItComesBack(
            organiser.post("/holidays/2030", Map.of("days", "01/05/2030 Lễ"), token),
            "Chờ khoảng nửa phút");
        saysThatItComesBack(guest.get("/invitation/ABCD-EFGH-JKMN"), "Wait half a minute");
      } finally {
        cluster.start();
      }

      // The pool looks for a database that is away ever more seldom, at last every few seconds.
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> organiser.get("/rounds").statusCode() == HttpStatus.OK.value());
      assertThat(organiser.get("/holidays/2030").body()).doesNotContain("01/05/2030");
    }
  }

  private static void saysThatItComesBack(HttpResponse<String> page, String advice) {
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).hasValue("30");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(page.body())
        .contains(advice)
        .doesNotContain("Exception", "at thangdiem", "PSQL", "127.0.0.1");
  }
}
