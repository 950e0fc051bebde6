package thangdiem.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import thangdiem.account.StrongRoles;
import thangdiem.words.Words;

/** Makes the frame of each page: whose it is, in which language, with which menu. */
@Component
class PageFrame {

  static final String LANGUAGE_COOKIE = "lang";

  private final CurrentActor current;
  private final Assets assets;
  private final WebSettings settings;
  private final StrongRoles strong;

  PageFrame(CurrentActor current, Assets assets, WebSettings settings, StrongRoles strong) {
    this.current = current;
    this.assets = assets;
    this.settings = settings;
    this.strong = strong;
  }

  Page around(HttpServletRequest request, @org.jspecify.annotations.Nullable CsrfToken token) {
    var actor = current.of(request);
    var words =
        Words.of(actor.map(somebody -> somebody.language()).orElseGet(() -> language(request)));
    return new Page(
        words,
        actor,
        assets.folder(),
        Optional.ofNullable(token).map(CsrfToken::getToken).orElse(""),
        settings.demo(),
        actor
            .filter(somebody -> strong.duty(somebody, request) != StrongRoles.Duty.NONE)
            .isPresent(),
        Appearance.named(cookie(request, Appearance.COOKIE).orElse("")),
        request.getRequestURI(),
        back(request));
  }

  private static String language(HttpServletRequest request) {
    return cookie(request, LANGUAGE_COOKIE).orElse("vi");
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  /** The same page again, or the first one where this page was the answer to a form. */
  private static String back(HttpServletRequest request) {
    if (!HttpMethod.GET.matches(request.getMethod())) {
      return "/";
    }
    return request.getRequestURI()
        + Optional.ofNullable(request.getQueryString()).map(query -> "?" + query).orElse("");
  }
}
