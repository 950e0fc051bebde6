package thangdiem.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import thangdiem.audit.NotFound;

/** Binds a {@link SiteVisit} out of the address; what is no address of a version is not found. */
@Component
class SiteVisits implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  private static final Set<String> LANGUAGES = Set.of(Address.VIETNAMESE, Address.ENGLISH);

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == SiteVisit.class;
  }

  @Override
  public SiteVisit resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest asked,
      @Nullable WebDataBinderFactory binders) {
    var request = asked.getNativeRequest(HttpServletRequest.class);
    var response = asked.getNativeResponse(HttpServletResponse.class);
    if (request == null
        || response == null
        || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> parts)) {
      throw new IllegalStateException("a visit without an address");
    }
    var visit = new SiteVisit(address(parts), request, response);
    if (container != null) {
      container.setRequestHandled(true); // whoever has the response answers
    }
    return visit;
  }

  private static Address address(Map<?, ?> parts) {
    var version = String.valueOf(parts.get("version"));
    var language = String.valueOf(parts.get("lang"));
    if (!version.matches("[1-9]\\d{0,8}") || !LANGUAGES.contains(language)) {
      throw new NotFound("version " + version + " in " + language);
    }
    return new Address(String.valueOf(parts.get("key")), Integer.parseInt(version), language);
  }
}
