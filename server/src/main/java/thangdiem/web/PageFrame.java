package thangdiem.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import thangdiem.words.Words;

/** Makes the frame of each page: whose it is, in which language, with which menu. */
@Component
class PageFrame {

  static final String LANGUAGE_COOKIE = "lang";

  private final CurrentActor current;
  private final Assets assets;
  private final WebSettings settings;

  PageFrame(CurrentActor current, Assets assets, WebSettings settings) {
    this.current = current;
    this.assets = assets;
    this.settings = settings;
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
        request.getRequestURI());
  }

  private static String language(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
        .map(Cookie::getValue)
        .findFirst()
        .orElse("vi");
  }
}
