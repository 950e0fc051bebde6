package thangdiem.web;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** How a session (phiên làm việc) travels: by a cookie that only we can read. */
@Configuration
@EnableSpringHttpSession
class SessionConfiguration {

  private static final String SESSION_ID = "[0-9a-f-]{36}";

  @Bean
  FilterRegistrationBean<SessionOfRequest> sessionOfRequest() {
    var registration = new FilterRegistrationBean<>(new SessionOfRequest());
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
    registration.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
    return registration;
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
