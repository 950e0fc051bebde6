package thangdiem;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.account.DemoAccount;
import thangdiem.audit.Role;
import thangdiem.web.WebSettings;

/** The accounts that the demo offers, one for each role; in earnest there are none. */
@Configuration
class DemoAccounts {

  static final String PASSWORD = "thu-nghiem";

  @Bean
  List<DemoAccount> offered(WebSettings settings) {
    return settings.demo()
        ? List.of(
            new DemoAccount(
                "quantri", PASSWORD, "Nguyễn Quản Trị", Role.ADMINISTRATOR, "UBND tỉnh Hậu Giang"))
        : List.of();
  }
}
