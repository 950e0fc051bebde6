package thangdiem.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** Tokens against forged forms, kept in the session as the text they are (mã chống giả mạo). */
final class SessionTokens implements CsrfTokenRepository {

  private static final String NAME = "csrf";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token != null) {
      request.getSession().setAttribute(NAME, token.getToken());
    } else if (request.getSession(false) != null) {
      request.getSession().removeAttribute(NAME);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(NAME) instanceof String text && !text.isBlank()
        ? token(text)
        : null;
  }

  private static CsrfToken token(String text) {
    return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", text);
  }
}
