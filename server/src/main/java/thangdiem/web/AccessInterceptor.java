package thangdiem.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import thangdiem.account.StrongRoles;
import thangdiem.audit.Actor;
import thangdiem.audit.Everyone;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotAllowed;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;

/**
 * Opens a page only to those whom its handler names (kiểm soát truy cập); one that names nobody
 * opens for nobody. Whether a role reaches the unit in question is asked where the unit is known.
 */
@Component
class AccessInterceptor implements HandlerInterceptor {

  private final CurrentActor current;
  private final StrongRoles strong;

  AccessInterceptor(CurrentActor current, StrongRoles strong) {
    this.current = current;
    this.strong = strong;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws Exception {
    if (!(handler instanceof HandlerMethod method)
        || method.hasMethodAnnotation(Everyone.class)
        || method.getBeanType().getName().startsWith("org.springframework.boot")) {
      return true; // Files of ours, pages for everybody, and Boot's error dispatch.
    }
    response.setHeader("Cache-Control", "no-store");
    var actor = current.of(request);
    if (actor.isEmpty()) {
      if (HttpMethod.GET.matches(request.getMethod())) {
        response.sendRedirect("/sign-in" + comingBack(request));
      } else {
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      }
      return false;
    }
    if (!mayCall(method, actor.get())) {
      throw new NotAllowed(request.getMethod() + " " + request.getRequestURI());
    }
    if (strong.duty(actor.get(), request) == StrongRoles.Duty.REQUIRED && !ofOneself(request)) {
      response.sendRedirect("/me");
      return false;
    }
    return true;
  }

  /** Where one sets a second factor, and the way out, stay open to whom nothing else is. */
  private static boolean ofOneself(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.equals("/me") || path.startsWith("/me/") || path.equals("/sign-out");
  }

  /** Afterwards they go on where they were; sign-in itself takes no address but one of ours. */
  private static String comingBack(HttpServletRequest request) {
    if (request.getRequestURI().equals("/")) {
      return "";
    }
    var query = request.getQueryString();
    var here = request.getRequestURI() + (query == null ? "" : "?" + query);
    return "?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
  }

  private static boolean mayCall(HandlerMethod method, Actor actor) {
    var performs = method.getMethodAnnotation(Performs.class);
    if (performs != null) {
      return Stream.of(performs.value())
          .anyMatch(act -> act.forThemselves() || actor.isAny(act.roles().toArray(Role[]::new)));
    }
    var opens = method.getMethodAnnotation(MayOpen.class);
    return opens != null
        && (opens.value().length == 0
            || actor.isAny(Arrays.copyOf(opens.value(), opens.value().length)));
  }
}
