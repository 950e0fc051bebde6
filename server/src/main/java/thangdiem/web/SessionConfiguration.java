package thangdiem.web;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions (phiên làm việc) in the database, as JSON of known types: Java's own serialisation would
 * run what a tampered row tells it to.
 */
@Configuration
class SessionConfiguration implements BeanClassLoaderAware {

  private ClassLoader loader = SessionConfiguration.class.getClassLoader();

  @Override
  public void setBeanClassLoader(ClassLoader classLoader) {
    loader = classLoader;
  }

  @Bean
  GenericConversionService springSessionConversionService() {
    var json = JsonMapper.builder().addModules(SecurityJacksonModules.getModules(loader)).build();
    var conversions = new GenericConversionService();
    conversions.addConverter(Object.class, byte[].class, json::writeValueAsBytes);
    conversions.addConverter(
        byte[].class,
        Object.class,
        bytes -> {
          try {
            return json.readValue(bytes, Object.class);
          } catch (JacksonException e) {
            throw new IllegalStateException("a session that we did not write", e);
          }
        });
    return conversions;
  }

  /** {@code __Host-} where links are https: no neighbour of the domain can set it. */
  @Bean
  CookieSerializer sessionCookie(WebSettings settings) {
    var cookie = new DefaultCookieSerializer();
    boolean secure = settings.baseUrl().startsWith("https:");
    cookie.setCookieName(secure ? "__Host-phien" : "phien");
    cookie.setUseSecureCookie(secure);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setCookiePath("/");
    return cookie;
  }
}
