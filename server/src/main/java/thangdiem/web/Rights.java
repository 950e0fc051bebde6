package thangdiem.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import thangdiem.audit.Act;
import thangdiem.audit.Everyone;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.words.Words;

/**
 * Who may see and do what (ai được làm gì), read from what the running application asks at each
 * request: the annotations of its handlers and the list of acts. It is the truth because it is the
 * same.
 */
@Component
class Rights {

  /** The part of the application that stands behind handlers of no module. */
  private static final String FRAME = "web";

  private static final String OURS = "thangdiem.";

  private final ObjectProvider<RequestMappingHandlerMapping> routes;
  private final Set<String> words = Words.VIETNAMESE.keys();

  Rights(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.routes = routes;
  }

  /** All of them, by the part of the application they belong to: first what is seen. */
  Map<String, List<Right>> byPart() {
    var found = new TreeMap<String, Map<String, Right>>();
    routes
        .getObject()
        .getHandlerMethods()
        .forEach((route, handler) -> {
          if (handler.getBeanType().getName().startsWith(OURS)) {
            var part = found.computeIfAbsent(part(handler), _ -> new LinkedHashMap<>());
            rights(route, handler).forEach(right -> part.putIfAbsent(right.key(), right));
          }
        });
    var sorted = new LinkedHashMap<String, List<Right>>();
    found.forEach((part, rights) ->
        sorted.put(
            part,
            rights.values().stream()
                .sorted(Comparator.comparing(Right::changes).thenComparing(Right::key))
                .toList()));
    return sorted;
  }

  /** What the application does by itself, at no request. */
  List<Right> byItself() {
    var atRequests = byPart().values().stream().flatMap(List::stream).map(Right::key).toList();
    return Stream.of(Act.values())
        .filter(Act::bySystem)
        .map(act -> act(act, Right.Who.SYSTEM))
        .filter(right -> !atRequests.contains(right.key()))
        .toList();
  }

  private static String part(HandlerMethod handler) {
    var inside = handler.getBeanType().getName().substring(OURS.length());
    return inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : FRAME;
  }

  private List<Right> rights(RequestMappingInfo route, HandlerMethod handler) {
    var performs = handler.getMethodAnnotation(Performs.class);
    boolean forEveryone = handler.hasMethodAnnotation(Everyone.class);
    if (performs != null) {
      return Stream.of(performs.value())
          .filter(act -> act != Act.SIGN_IN_FAILED) // recorded, not done
          .map(act -> act(act, who(act, forEveryone)))
          .toList();
    }
    var opens = handler.getMethodAnnotation(MayOpen.class);
    if (opens == null && !forEveryone) {
      return List.of(); // Opens for nobody.
    }
    var roles = EnumSet.noneOf(Role.class);
    if (opens != null) {
      roles.addAll(List.of(opens.value()));
    }
    var who =
        forEveryone ? Right.Who.ANYONE : roles.isEmpty() ? Right.Who.SIGNED_IN : Right.Who.ROLES;
    var pages = new ArrayList<Right>();
    for (var address : route.getPatternValues()) {
      var key = "rights.page." + address;
      boolean named = words.contains(key);
      pages.add(new Right(named ? key : address, named, false, who, roles));
    }
    return pages;
  }

  /** What no person orders, but a request brings about, is done by whoever holds a code for it. */
  private static Right.Who who(Act act, boolean forEveryone) {
    if (act.bySystem() || act.forThemselves() && forEveryone) {
      return Right.Who.ANYONE;
    }
    return act.forThemselves() ? Right.Who.SIGNED_IN : Right.Who.ROLES;
  }

  private Right act(Act act, Right.Who who) {
    var key = "act." + act;
    boolean named = words.contains(key);
    return new Right(named ? key : act.name(), named, true, who, act.roles());
  }
}
