package thangdiem.web;

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

  /** What every answer says, whatever became of the request. */
  static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy", CONTENT,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=()");

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
                .addHeaderWriter((_, response) -> {
                  ALWAYS.forEach((name, value) -> {
                    if (!response.containsHeader(name)) { // a file given out says even less
                      response.setHeader(name, value);
                    }
                  });
                  if (!response.containsHeader("Cache-Control")) { // as our own files have it
                    response.setHeader("Cache-Control", "no-store");
                  }
                }))
        .build();
  }
}
