package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {

  private static final String PROXY = "10.0.0.1";

  private static String seen(List<String> proxies, String direct, String... forwarded) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(direct);
    for (var header : forwarded) {
      request.addHeader("X-Forwarded-For", header);
    }
    return new ClientAddress(new SignInSettings("http://localhost", false, proxies, "advised"))
        .of(request);
  }

  @Test
  void believesNobodyWhoIsNoProxyOfOurs() {
    assertThat(seen(List.of(), "203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
    assertThat(seen(List.of(PROXY), "203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
  }

  @Test
  void believesTheProxyAboutTheLastInTheListAndNotWhatTheCallerWroteBefore() {
    assertThat(seen(List.of(PROXY), PROXY, "198.51.100.1, 203.0.113.5")).isEqualTo("203.0.113.5");
    assertThat(seen(List.of(PROXY), PROXY, "198.51.100.1", "203.0.113.5")).isEqualTo("203.0.113.5");
    assertThat(seen(List.of(PROXY, "10.0.0.2"), PROXY, "203.0.113.5, 10.0.0.2"))
        .isEqualTo("203.0.113.5");
  }

  @Test
  void takesAWholeNetworkOfTheSixthVersionAsOne() {
    assertThat(seen(List.of(), "2001:db8:1:2::5")).isEqualTo(seen(List.of(), "2001:db8:1:2:9::1"));
    assertThat(seen(List.of(), "2001:db8:1:2::5")).isNotEqualTo(seen(List.of(), "2001:db8:1:3::5"));
  }

  @Test
  void takesNoNameForAProxy() {
    assertThatThrownBy(() -> seen(List.of("nginx"), "203.0.113.5"))
        .isInstanceOf(WrongSignInSetting.class)
        .hasMessage("THANGDIEM_PROXY");
  }

  @Test
  void looksUpNoName() {
    assertThat(seen(List.of(PROXY), PROXY, "may-chu.example")).isEqualTo("unknown");
  }
}
