package thangdiem.web;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

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
          + " frame-ancestors 'none'; manifest-src 'self'";

  @Bean
  SecurityFilterChain everyRequest(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .csrf(csrf -> csrf.csrfTokenRepository(new SessionTokens()))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .anonymous(anonymous -> anonymous.disable())
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy ->
                    policy.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                            .ReferrerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(
                    hsts -> hsts.maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
                .frameOptions(frame -> frame.deny())
                .cacheControl(cache -> cache.disable()) // said beside each kind of answer
                .addHeaderWriter(
                    new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
                .addHeaderWriter(
                    new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"))
                .addHeaderWriter(
                    new StaticHeadersWriter(
                        "Permissions-Policy",
                        "camera=(self), geolocation=(), microphone=(), payment=(), usb=()")))
        .build();
  }
}
