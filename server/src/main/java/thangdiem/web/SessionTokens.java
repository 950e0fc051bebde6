package thangdiem.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Tokens against forged forms (mã chống giả mạo): a keyed hash of the session's id, so that a
 * session has one token for as long as it has its id. Nothing is stored, so pages that are opened
 * side by side cannot overwrite each other's, and opening one writes nothing.
 */
final class SessionTokens implements CsrfTokenRepository {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  SessionTokens(FormsKey key) {
    this.key = new SecretKeySpec(HexFormat.of().parseHex(key.hexadecimal()), ALGORITHM);
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return token(request.getSession().getId());
  }

  /** There is nothing to keep: an end of the session, or a new id, is the end of the token. */
  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null ? null : token(session.getId());
  }

  private CsrfToken token(String session) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      var hash = mac.doFinal(session.getBytes(StandardCharsets.UTF_8));
      var text = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
      return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
