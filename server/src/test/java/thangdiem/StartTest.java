package thangdiem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thangdiem.database.Home;

/** Starting and ending, as whoever types the command sees it. */
class StartTest {

  @TempDir Path folder;

  @Test
  void showsADemoWithItsAccountsAndLeavesNothingBehind() throws Exception {
    var server = StartedServer.with(folder, Map.of(), "--demo", "--port", freePort());

    server.awaitReady();

    assertThat(server.out().lines().filter(line -> line.startsWith("ready http://localhost:")))
        .hasSize(1);
    assertThat(server.out()).contains("chutri", "thu-nghiem", "Đơn vị chủ trì");
    assertThat(get(server.address() + "sign-in").statusCode()).isEqualTo(200);
    var children = server.children();
    assertThat(children).isNotEmpty();
    assertThat(server.interrupted()).isZero();
    assertThat(server.err()).isEmpty();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(server.temporary()).isEmptyDirectory();
  }

  @Test
  void asksForTheFirstAdministratorAndAnswersAgainAfterASecondStart() throws Exception {
    var home = folder.resolve("nhà").toString();
    for (int start = 1; start <= 2; start++) {
      var server = StartedServer.with(folder, Map.of(), "--home", home, "--port", freePort());

      server.awaitReady();

      assertThat(server.out()).containsPattern("mã [A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
      assertThat(get(server.address() + "first").statusCode()).isEqualTo(200);
      assertThat(server.terminated()).isZero();
      assertThat(server.err()).isEmpty();
    }
  }

  @Test
  void refusesAHomeInWhichAnotherRuns() throws Exception {
    try (var home = Home.take(folder.resolve("nhà"))) {
      var server =
          StartedServer.with(
              folder, Map.of(), "--home", home.folder().toString(), "--port", freePort());

      assertThat(server.ended()).isEqualTo(2);
      assertThat(server.err()).contains(home.folder().toString(), "Dừng chương trình đó", "--home");
    }
  }

  @Test
  void refusesATakenPortAndProposesAnother() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = taken.getLocalPort();
      var server =
          StartedServer.with(
              folder, Map.of("THANGDIEM_LANG", "en"), "--home", folder + "/h", "--port", "" + port);

      assertThat(server.ended()).isEqualTo(2);
      assertThat(server.err()).contains("Port " + port + " is taken", "--port " + (port + 1));
      assertThat(folder.resolve("h")).doesNotExist();
    }
  }

  @Test
  void refusesWhatCannotBeMeantOnTheCommandLineAndSaysSoByItsExitCode() throws Exception {
    var said =
        Map.of(
            List.of("--prot", "8080"), "Không hiểu: --prot",
            List.of("--port", "nhiều"), "«nhiều»",
            List.of("--port", "70000"), "từ 1 đến 65535",
            List.of("--listen", "192.0.2.1", "--port", freePort()), "Không có địa chỉ 192.0.2.1");
    for (var wrong : said.entrySet()) {
      var server = StartedServer.with(folder, Map.of(), wrong.getKey().toArray(String[]::new));

      assertThat(server.ended()).as(wrong.getValue()).isEqualTo(2);
      assertThat(server.err()).contains(wrong.getValue());
    }
  }

  @Test
  void refusesABaseAddressThatLinksCannotBeginWith() throws Exception {
    for (var wrong : List.of("thangdiem.vn", "https://thangdiem.vn/tinh", "ftp://thangdiem.vn")) {
      var server =
          StartedServer.with(
              folder,
              Map.of("THANGDIEM_BASE_URL", wrong),
              "--home",
              folder + "/h",
              "--port",
              freePort());

      assertThat(server.ended()).isEqualTo(2);
      assertThat(server.err()).contains("THANGDIEM_BASE_URL=" + wrong);
    }
  }

  @Test
  void namesTheVariableThatAnExternalDatabaseStillNeeds() throws Exception {
    var server =
        StartedServer.with(
            folder,
            Map.of("THANGDIEM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x"),
            "--home",
            folder + "/h",
            "--port",
            freePort());

    assertThat(server.ended()).isEqualTo(2);
    assertThat(server.err()).contains("THANGDIEM_MIGRATOR_USER", "docs/external-postgresql.md");
  }

  @Test
  void tellsAllThatItKnowsOfAFaultThatNobodyForesaw() throws Exception {
    var server =
        StartedServer.with(
            folder,
            Map.of("SERVER_TOMCAT_THREADS_MAX", "nhiều"),
            "--home",
            folder.resolve("nhà").toString(),
            "--port",
            freePort());

    assertThat(server.ended()).isEqualTo(3);
    assertThat(server.err())
        .startsWith("Không khởi động được vì một lỗi mà chương trình chưa lường trước")
        .contains("nhiều", "\tat thangdiem.Start.");
  }

  @Test
  void saysThatTheDiskIsFull() throws Exception {
    var small = Files.createDirectory(folder.resolve("nhỏ"));
    var mounting = List.of("unshare", "-U", "-r", "-m", "sh", "-c");
    assumeThat(run(mounting, "mount -t tmpfs -o size=1m none \"$1\"", small))
        .as("the system lets us have a small disk of our own")
        .isZero();
    var server =
        StartedServer.within(
            List.of(
                "unshare",
                "-U",
                "-r",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o size=30m none \"$0\" && exec \"$@\"",
                small.toString()),
            folder,
            Map.of(),
            "--home",
            small.toString(),
            "--port",
            freePort());

    assertThat(server.ended()).isEqualTo(2);
    assertThat(server.err()).contains("Đĩa chứa " + small + " đã đầy", "500 MB");
  }

  private static int run(List<String> command, String script, Path argument) throws Exception {
    var whole = new java.util.ArrayList<>(command);
    whole.addAll(List.of(script, "sh", argument.toString()));
    return new ProcessBuilder(whole).start().waitFor();
  }

  private static String freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  private static HttpResponse<String> get(String address) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
