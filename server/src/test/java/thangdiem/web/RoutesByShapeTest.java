package thangdiem.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import thangdiem.ServerTest;

@ServerTest
class RoutesByShapeTest {

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private Object handler(String method, String path) throws Exception {
    var request = new MockHttpServletRequest(method, path);
    ServletRequestPathUtils.parseAndCache(request);
    var found = requestMappingHandlerMapping.getHandler(request);
    return found == null ? "nobody" : ((HandlerMethod) found.getHandler()).getMethod();
  }

  /** An address that a pattern fits. */
  private static String address(String pattern) {
    return pattern.replaceAll("\\{[^}]*}", "so-y-te").replace("**", "vi/units");
  }

  @Test
  void everyRouteIsFoundByItsAddress() throws Exception {
    assertThat(requestMappingHandlerMapping).isInstanceOf(RoutesByShape.class);
    var expected = new TreeMap<String, Object>();
    var found = new TreeMap<String, Object>();
    for (var route : requestMappingHandlerMapping.getHandlerMethods().entrySet()) {
      for (var pattern : route.getKey().getPatternValues()) {
        for (var method : route.getKey().getMethodsCondition().getMethods()) {
          expected.put(method + " " + pattern, route.getValue().getMethod());
          found.put(method + " " + pattern, handler(method.name(), address(pattern)));
        }
      }
    }
    assertThat(expected).hasSizeGreaterThan(200);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void whoAsksForTheHeadOfAPageGetsIt() throws Exception {
    assertThat(handler("HEAD", "/sign-in")).isEqualTo(handler("GET", "/sign-in"));
  }

  @Test
  void whatFitsNoRouteIsAnsweredAsSpringDoes() throws Exception {
    assertThat(handler("GET", "/nowhere/at/all")).isEqualTo("nobody");
    assertThat(handler("GET", "/rounds/2017/")).isEqualTo("nobody");
    assertThatThrownBy(() -> handler("DELETE", "/rounds/2017"))
        .isInstanceOf(HttpRequestMethodNotSupportedException.class);
  }
}
