package thangdiem.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Devices on which an account has signed in (thiết bị đã dùng), by a cookie whose hash alone is
 * kept. It opens nothing; it only spares its owner the waits that others cause. A PC that several
 * people share holds a token for each.
 */
@Component
class KnownDevices {

  private static final String NAME = "thiet-bi";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 24;
  private static final int PEOPLE = 5;
  private static final Duration KEPT = Duration.ofDays(180);

  private final JdbcClient sql;
  private final SignInSettings settings;

  KnownDevices(JdbcClient sql, SignInSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /** A name for this device, when the account of that login was used on it. */
  Optional<String> device(String login, HttpServletRequest request) {
    return tokens(request).stream().flatMap(token -> of(login, token).stream()).findFirst();
  }

  private Optional<String> of(String login, String token) {
    return sql.sql(
            """
            select known_device.token_hash
              from known_device join account on account.id = known_device.account
             where account.login = :login and known_device.token_hash = :hash
            """)
        .param("login", login)
        .param("hash", hash(token))
        .query((row, _) -> "device:" + HexFormat.of().formatHex(row.getBytes(1)))
        .optional();
  }

  /** Remembers the device; called when the account has signed in on it. */
  void remember(UUID account, HttpServletRequest request, HttpServletResponse response) {
    var tokens = tokens(request);
    if (tokens.stream().anyMatch(token -> usedAgain(account, token))) {
      return;
    }
    var bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    sql.sql(
            "insert into known_device (token_hash, account, last_used) values (:hash, :account, now())")
        .param("hash", hash(token))
        .param("account", account)
        .update();
    var cookie =
        ResponseCookie.from(
                settings.cookie(NAME),
                Stream.concat(Stream.of(token), tokens.stream())
                    .limit(PEOPLE)
                    .collect(Collectors.joining(".")))
            .path("/")
            .maxAge(KEPT)
            .httpOnly(true)
            .secure(settings.secure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private boolean usedAgain(UUID account, String token) {
    return sql.sql(
                """
                update known_device set last_used = now()
                 where token_hash = :hash and account = :account
                """)
            .param("hash", hash(token))
            .param("account", account)
            .update()
        == 1;
  }

  /** Forgets them all: somebody else may have known the password. */
  void forget(UUID account) {
    sql.sql("delete from known_device where account = :account").param("account", account).update();
  }

  void prune() {
    sql.sql("delete from known_device where last_used < now() - interval '180 days'").update();
  }

  private List<String> tokens(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(settings.cookie(NAME)))
        .map(Cookie::getValue)
        .flatMap(value -> Stream.of(value.split("\\.")))
        .filter(token -> token.matches("[A-Za-z0-9_-]{32}"))
        .limit(PEOPLE)
        .toList();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
