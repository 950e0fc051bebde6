package thangdiem.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives again what was drawn before, ahead of sessions and all else (phát lại): such a page knows
 * nobody, so nothing has to be asked about who reads it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeptAnswersFilter extends OncePerRequestFilter {

  private final KeptAnswers kept;

  KeptAnswersFilter(KeptAnswers kept) {
    this.kept = kept;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(Address.ROOT + "/")
        || !(request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var answer = kept.to(request);
    if (answer.isPresent()) {
      Delivery.give(HttpServletResponse.SC_OK, answer.get(), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
