package thangdiem.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.Actor;
import thangdiem.audit.Everyone;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;

/** Where one arrives: who fills in sheets only, at their sheets. */
@Controller
class HomeController {

  @MayOpen
  @GetMapping("/")
  String home(Actor actor) {
    return actor.isAny(Role.COMMUNE_CLERK) ? "redirect:/sheets" : "redirect:/rounds";
  }

  /** The language of who is not signed in; who is, has it in the account. */
  @Everyone
  @GetMapping("/language/{tag}")
  String language(@PathVariable String tag, HttpServletResponse response) {
    var cookie = new Cookie(PageFrame.LANGUAGE_COOKIE, tag.equals("en") ? "en" : "vi");
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    return "redirect:/sign-in";
  }
}
