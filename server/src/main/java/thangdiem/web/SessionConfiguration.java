package thangdiem.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Sessions (phiên làm việc) in the database, holding texts and nothing else: a row that somebody
 * tampered with can name no class to load, and at worst says something nobody understands, which
 * means signed out.
 */
@Configuration
class SessionConfiguration {

  private static final int LONGEST_TEXT = 100; // of the column in which the account stands
  private static final String SESSION_ID = "[0-9a-f-]{36}";

  @Bean
  GenericConversionService springSessionConversionService() {
    var conversions = new GenericConversionService();
    conversions.addConverter(Object.class, byte[].class, SessionConfiguration::bytes);
    conversions.addConverter(byte[].class, Object.class, SessionConfiguration::text);
    return conversions;
  }

  private static byte[] bytes(Object value) {
    if (value instanceof String text && isOurs(text)) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalStateException("a session holds short texts only, not " + value);
  }

  /** What we would not have written says nothing. */
  private static String text(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    return isOurs(text) ? text : "";
  }

  private static boolean isOurs(String text) {
    return text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl);
  }

  /** {@code __Host-} where links are https: no neighbour of the domain can set it. */
  @Bean
  CookieSerializer sessionCookie(WebSettings settings) {
    var cookie = new OwnIdsOnly();
    boolean secure = settings.baseUrl().startsWith("https:");
    cookie.setCookieName(secure ? "__Host-phien" : "phien");
    cookie.setUseSecureCookie(secure);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setCookiePath("/");
    return cookie;
  }

  /** What is not of the form of our ids never reaches the database. */
  private static final class OwnIdsOnly extends DefaultCookieSerializer {
    @Override
    public List<String> readCookieValues(jakarta.servlet.http.HttpServletRequest request) {
      return super.readCookieValues(request).stream()
          .filter(value -> value.matches(SESSION_ID))
          .toList();
    }
  }
}
