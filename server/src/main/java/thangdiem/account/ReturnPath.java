package thangdiem.account;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Where to go after signing in (quay lại trang đang mở): a page of our own, or the first one. An
 * address somebody smuggled into a link leads nowhere else.
 */
@Component
class ReturnPath {

  private static final String FIRST = "/";
  private static final int LONGEST = 100; // It may have to wait in the session.

  private final ObjectProvider<RequestMappingHandlerMapping> routes;

  ReturnPath(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.routes = routes; // Asked for late: it is made of the controllers that need this.
  }

  /** The path itself when it is one of our pages. */
  String checked(String wanted) {
    if (wanted.length() > LONGEST
        || !wanted.matches("/(?!/)[A-Za-z0-9/_~-]*(\\?[A-Za-z0-9=&_.~%+-]*)?")
        || wanted.startsWith("/sign-")) {
      return FIRST;
    }
    var path = PathContainer.parsePath(wanted.replaceFirst("\\?.*", ""));
    return routes.getObject().getHandlerMethods().keySet().stream()
            .anyMatch(route -> isPage(route) && matches(route, path))
        ? wanted
        : FIRST;
  }

  private static boolean isPage(RequestMappingInfo route) {
    Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
    return methods.contains(RequestMethod.GET);
  }

  private static boolean matches(RequestMappingInfo route, PathContainer path) {
    var patterns = route.getPathPatternsCondition();
    return patterns != null
        && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
  }
}
