package thangdiem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first start of an installation, as whoever reads the code on the console lives it. */
class FirstAdministratorTest {

  private static final String PASSWORD = "bốn con trâu qua sông";

  private Installation installation;
  private Visitor visitor;

  @BeforeEach
  void nobodyHasAnAccount() {
    installation = Installation.fresh();
    visitor = new Visitor(installation.port());
  }

  @AfterEach
  void ends() {
    installation.close();
  }

  private HttpResponse<String> make(String province, String name, String login, String password) {
    return visitor.post(
        "/first",
        Map.of(
            "code", installation.bean(FirstAdministrator.class).code().orElseThrow(),
            "province", province,
            "name", name,
            "login", login,
            "password", password));
  }

  @Test
  void saysOfEachFieldWhatItNeedsAndMakesNothingUntilAllAreRight() {
    var empty = make(" ", "", " ", "ngắn");

    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body())
        .contains(
            "Cần sửa 4 chỗ",
            "province-error",
            "Cần họ và tên",
            "Tên đăng nhập cần từ 3 đến 64 ký tự",
            "Mật khẩu cần ít nhất 15 ký tự, đang có 4");
    var tooLong = make("Ủ".repeat(201), "Đỗ".repeat(51), "quản trị", PASSWORD);
    assertThat(tooLong.body()).contains("Cần sửa 3 chỗ", "dài nhất 200 ký tự", "quản trị");
    assertThat(installation.bean(FirstAdministrator.class).code()).isPresent();

    var made = make("UBND tỉnh Hậu Giang", "Đỗ Quản Trị", "QuanTri", PASSWORD);

    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.body()).contains("quantri", "href=\"/sign-in\"");
    assertThat(
            visitor.post("/sign-in", Map.of("login", "quantri", "password", PASSWORD)).statusCode())
        .isEqualTo(302);
    assertThat(visitor.get("/rounds").body())
        .contains("Trước khi có đợt đầu tiên", "href=\"/units\"", "href=\"/accounts/new\"");
  }
}
