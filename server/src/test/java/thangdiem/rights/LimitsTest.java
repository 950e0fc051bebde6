package thangdiem.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.QuietTest;
import thangdiem.audit.Role;

/** More than anybody needs is refused in words, and the next request is answered as ever. */
@QuietTest
class LimitsTest {

  private static final int MEGABYTE = 1 << 20;

  @LocalServerPort private int port;
  @Autowired private Situation situation;

  private Caller organiser;

  @BeforeEach
  void anOrganiser() {
    organiser = situation.begun(port).of(Role.ORGANISER);
  }

  @AfterEach
  void answersTheNextRequestAsEver() {
    assertThat(Requests.fresh(port, "/sign-in").status()).isEqualTo(200);
    assertThat(organiser.get("/rounds").status()).isEqualTo(200);
  }

  private Answer form(String body, String type) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return Requests.raw(
        port,
        Requests.head(
            "POST",
            "/appearance",
            "Cookie: " + organiser.cookie(),
            "X-CSRF-TOKEN: " + organiser.token(),
            "Content-Type: " + type,
            "Content-Length: " + bytes.length),
        bytes);
  }

  private static void refusedInWords(Answer answer) {
    Leaks.none("more than the limit", answer);
    assertThat(answer.status()).isIn(400, 403, 413, 431);
    assertThat(answer.isHtml()).isTrue();
    assertThat(answer.body()).contains("Không có gì bị thay đổi");
  }

  @Test
  void refusesAFormOfMoreFieldsThanAnyHas() {
    refusedInWords(
        form(
            IntStream.rangeClosed(0, 2000)
                .mapToObj(i -> "f" + i + "=1")
                .collect(Collectors.joining("&")),
            "application/x-www-form-urlencoded"));
  }

  @Test
  void refusesAFormThatIsAsLongAsABook() {
    refusedInWords(
        form(
            "choice=DARK&back=/&x=" + "x".repeat(3 * MEGABYTE),
            "application/x-www-form-urlencoded"));
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    var part =
        "--p\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n"
            + "x".repeat(30 * MEGABYTE)
            + "\r\n--p--\r\n";
    refusedInWords(form(part, "multipart/form-data; boundary=p"));
  }

  @Test
  void refusesMoreFilesThanAnybodySends() {
    var part = "--p\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nx\r\n";
    refusedInWords(form(part.repeat(1000) + "--p--\r\n", "multipart/form-data; boundary=p"));
  }

  @Test
  void refusesAHeaderThatIsTooLong() {
    for (var headers :
        List.of(List.of("X-Long: " + "x".repeat(65_536)), Collections.nCopies(500, "X-Many: x"))) {
      var answer =
          Requests.raw(
              port, Requests.head("GET", "/sign-in", headers.toArray(String[]::new)), new byte[0]);
      Leaks.none("headers", answer);
      assertThat(answer.status()).isIn(400, 431);
      assertThat(answer.body()).contains("Không có gì bị thay đổi");
    }
  }
}
