package thangdiem;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.account.DemoAccount;
import thangdiem.audit.Role;
import thangdiem.web.WebSettings;

/**
 * The accounts that the demo offers, one for each role and a second verifier; in earnest there are
 * none.
 */
@Configuration
class DemoAccounts {

  static final String CLERKS_UNIT = "so-y-te";
  static final String PASSWORD = "thu-nghiem";
  private static final String ORGANISERS_UNIT = "so-thong-tin-va-truyen-thong";

  @Bean
  List<DemoAccount> offered(WebSettings settings) {
    return settings.demo()
        ? List.of(
            account("chutri", "Lê Hoàng Phúc", Role.ORGANISER, ORGANISERS_UNIT),
            account("canbo", "Trần Thị Mai", Role.CLERK, CLERKS_UNIT),
            account("thutruong", "Nguyễn Văn Thành", Role.HEAD, CLERKS_UNIT),
            account("canboxa", "Danh Sóc Kha", Role.COMMUNE_CLERK, "xa-dong-phuoc-a"),
            account("thamdinh", "Phạm Quốc Huy", Role.VERIFIER, ORGANISERS_UNIT),
            account("thamdinh2", "Ngô Thị Bích", Role.VERIFIER, "so-noi-vu"),
            account("kiemtra", "Võ Minh Trí", Role.INSPECTOR, "van-phong-ubnd-tinh"),
            account("uyvien", "Huỳnh Thị Kim", Role.COUNCIL_MEMBER, "so-tai-chinh"),
            account("thuky", "Đặng Ngọc Anh", Role.COUNCIL_SECRETARY, ORGANISERS_UNIT),
            account("lanhdao", "Bùi Thanh Sơn", Role.CHAIRMAN, "tinh"),
            account("thidua", "Lâm Hồng Gấm", Role.EMULATION_OFFICER, "so-noi-vu"),
            account("kiemtoan", "Trương Công Lý", Role.AUDITOR, "thanh-tra-tinh"),
            account("quantri", "Đỗ Quản Trị", Role.ADMINISTRATOR, "tinh"))
        : List.of();
  }

  private static DemoAccount account(String login, String name, Role role, String unit) {
    return new DemoAccount(login, PASSWORD, name, role, unit);
  }
}
