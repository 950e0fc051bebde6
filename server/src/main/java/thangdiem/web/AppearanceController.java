package thangdiem.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.Everyone;

/** Light or dark (chọn giao diện), remembered by the browser and by nothing of ours. */
@Controller
class AppearanceController {

  private final WebSettings settings;

  AppearanceController(WebSettings settings) {
    this.settings = settings;
  }

  @Everyone
  @ChangesNothing
  @PostMapping("/appearance")
  String choose(
      @RequestParam String choice, @RequestParam String back, HttpServletResponse response) {
    var cookie = new Cookie(Appearance.COOKIE, Appearance.named(choice).name());
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(settings.baseUrl().startsWith("https:"));
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()));
    response.addCookie(cookie);
    return "redirect:" + Address.ofOurs(back);
  }
}
