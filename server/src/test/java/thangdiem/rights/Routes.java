package thangdiem.rights;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import thangdiem.audit.Everyone;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;

/** The routes of the running application. */
final class Routes {

  private Routes() {}

  /** "GET /rounds/{key}" and the method that answers it. */
  static Map<String, HandlerMethod> of(ApplicationContext application) {
    var routes = new TreeMap<String, HandlerMethod>();
    application
        .getBeansOfType(RequestMappingHandlerMapping.class)
        .values()
        .forEach(mapping ->
            mapping
                .getHandlerMethods()
                .forEach((info, handler) -> {
                  var methods = info.getMethodsCondition().getMethods();
                  for (var path : info.getPatternValues()) {
                    for (var method :
                        methods.isEmpty()
                            ? List.of(RequestMethod.GET, RequestMethod.POST)
                            : List.copyOf(methods)) {
                      routes.put(method + " " + path, handler);
                    }
                  }
                }));
    return routes;
  }

  /** What other mappings answer. */
  static List<String> elsewhere(ApplicationContext application) {
    var patterns = new TreeSet<String>();
    for (var mapping : application.getBeansOfType(HandlerMapping.class).values()) {
      switch (mapping) {
        case RequestMappingHandlerMapping _ -> {}
        case AbstractUrlHandlerMapping urls -> patterns.addAll(urls.getHandlerMap().keySet());
        case RouterFunctionMapping functions -> {
          if (functions.getRouterFunction() != null) {
            patterns.add(functions.getRouterFunction().toString());
          }
        }
        default -> patterns.add(mapping.getClass().getName());
      }
    }
    return List.copyOf(patterns);
  }

  /**
   * The line to add for a route, as its handler is annotated; whether that is right, people say.
   */
  static String line(String name, HandlerMethod handler) {
    var method = name.substring(0, name.indexOf(' '));
    return "| %s | %s | %s | | | %d | |"
        .formatted(
            method,
            name.substring(name.indexOf(' ') + 1),
            who(handler),
            method.equals("GET") ? 200 : 302);
  }

  private static String who(HandlerMethod handler) {
    if (handler.hasMethodAnnotation(Everyone.class)) {
      return "everyone";
    }
    var performs = handler.getMethodAnnotation(Performs.class);
    if (performs != null) {
      return Arrays.stream(performs.value()).anyMatch(act -> act.forThemselves())
          ? "signed in"
          : names(Arrays.stream(performs.value()).flatMap(act -> act.roles().stream()));
    }
    var opens = handler.getMethodAnnotation(MayOpen.class);
    return opens == null
        ? "nobody: its handler is not annotated"
        : opens.value().length == 0 ? "signed in" : names(Stream.of(opens.value()));
  }

  private static String names(Stream<Role> roles) {
    return roles.distinct().sorted().map(Role::name).collect(Collectors.joining(" "));
  }
}
