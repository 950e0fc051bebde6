package thangdiem.web;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts our last error page where Tomcat's would be. */
@Configuration
@Order(Ordered.LOWEST_PRECEDENCE)
class OutermostErrorsConfiguration
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final Assets assets;

  OutermostErrorsConfiguration(Assets assets) {
    this.assets = assets;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(this::replace);
  }

  private void replace(Context context) {
    if (context.getParent() instanceof StandardHost host) {
      var pipeline = host.getPipeline();
      for (var valve : pipeline.getValves()) {
        if (valve instanceof ErrorReportValve) {
          pipeline.removeValve(valve);
        }
      }
      pipeline.addValve(new OutermostErrors(assets.folder()));
      host.setErrorReportValveClass(OutermostErrors.class.getName());
    }
  }
}
