package thangdiem.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.view.UrlBasedViewResolver;
import thangdiem.audit.Actor;

/** Pages out of templates, files of ours under an address that changes with their content. */
@Configuration
class PageConfiguration implements WebMvcConfigurer {

  private final AccessInterceptor access;
  private final CurrentActor current;
  private final Assets assets;

  PageConfiguration(AccessInterceptor access, CurrentActor current, Assets assets) {
    this.access = access;
    this.current = current;
    this.assets = assets;
  }

  @Bean
  static WebMvcRegistrations routesByShape() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RoutesByShape();
      }
    };
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(access);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(assets.folder() + "**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(
        new HandlerMethodArgumentResolver() {
          @Override
          public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
          }

          @Override
          public Object resolveArgument(
              MethodParameter parameter,
              @org.jspecify.annotations.Nullable ModelAndViewContainer container,
              NativeWebRequest request,
              @org.jspecify.annotations.Nullable WebDataBinderFactory binder) {
            var servlet = request.getNativeRequest(HttpServletRequest.class);
            return current.of(java.util.Objects.requireNonNull(servlet)).orElseThrow();
          }
        });
  }

  @Bean
  TemplateEngine templates() {
    var engine = TemplateEngine.createPrecompiled(ContentType.Html);
    engine.setBinaryStaticContent(true);
    return engine;
  }

  @Bean
  ViewResolver pages(TemplateEngine templates, PageFrame frame) {
    return (name, _) ->
        // Whoever is sent elsewhere needs no page: the class path would be searched for one in
        // vain.
        !name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)
                && templates.hasTemplate(name + ".jte")
            ? new JteView(templates, name + ".jte", frame)
            : null;
  }

  /** A page out of its template, with the frame that every page has. */
  private record JteView(TemplateEngine templates, String template, PageFrame frame)
      implements View {

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @org.jspecify.annotations.Nullable Map<String, ?> model,
        HttpServletRequest request,
        HttpServletResponse response)
        throws Exception {
      var parameters = new HashMap<String, Object>();
      if (model != null) {
        model.forEach((key, value) -> {
          if (!key.startsWith("org.springframework.")) {
            parameters.put(key, value);
          }
        });
      }
      var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
      parameters.put("page", frame.around(request, token));
      var out = new Utf8ByteOutput();
      templates.render(template, parameters, out);
      response.setContentType(getContentType());
      // In one piece: its many small ones would each pass through every filter's stream.
      var whole = new ByteArrayOutputStream(out.getContentLength());
      out.writeTo(whole);
      var bytes = whole.toByteArray();
      response.addHeader("Vary", "Accept-Encoding");
      if (Packed.wanted(request, bytes.length)) {
        response.setHeader("Content-Encoding", "gzip");
        bytes = Packed.of(bytes);
      }
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }
}
