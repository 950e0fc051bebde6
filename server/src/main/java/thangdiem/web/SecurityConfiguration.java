package thangdiem.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;

/**
 * The frame around every request: sessions, tokens against forged forms, headers. Who may open what
 * is not decided here but beside each handler, and refused by {@link AccessInterceptor}.
 */
@Configuration
class SecurityConfiguration {

  /** Nothing from elsewhere, nothing inline. */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'";

  private static final String POLICY = "Content-Security-Policy";
  private static final String FRAMING = "X-Frame-Options";

  /** What every answer says, whatever became of the request. */
  static final Map<String, String> ALWAYS =
      Map.of(
          POLICY,
          CONTENT,
          "X-Content-Type-Options",
          "nosniff",
          FRAMING,
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(self), geolocation=(), microphone=(), payment=(), usb=()");

  @Bean
  SecurityFilterChain everyRequest(HttpSecurity http, FormsKey key) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .csrf(csrf -> csrf.csrfTokenRepository(new SessionTokens(key)))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .anonymous(anonymous -> anonymous.disable())
        .headers(headers ->
            headers
                .defaultsDisabled()
                .httpStrictTransportSecurity(
                    hsts -> hsts.maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
                .addHeaderWriter((_, response) -> sayWhatIsMissing(response)))
        .build();
  }

  /** Adds what every answer says, where it says nothing else itself. */
  static void sayWhatIsMissing(HttpServletResponse response) {
    ALWAYS.forEach((name, value) -> {
      boolean said = response.containsHeader(name); // a file given out says even less
      if (!said && !(name.equals(FRAMING) && mayBeFramed(response))) {
        response.setHeader(name, value);
      }
    });
    if (!response.containsHeader("Cache-Control")) { // as our own files have it
      response.setHeader("Cache-Control", "no-store");
    }
  }

  /** The older header knows only yes and no, and would win where it is read. */
  private static boolean mayBeFramed(HttpServletResponse response) {
    var policy = response.getHeader(POLICY);
    return policy != null && policy.endsWith("frame-ancestors *");
  }
}
