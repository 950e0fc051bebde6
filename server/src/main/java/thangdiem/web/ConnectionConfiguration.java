package thangdiem.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;

/**
 * How answers leave (đường ra của trang): a page goes to the system whole and at once, so that its
 * request does not wait for the reader's acknowledgements.
 */
@Configuration
class ConnectionConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  /** More than any page of ours; the system takes memory only for what is under way. */
  private static final int IN_THE_SYSTEM = 256 << 10;

  /** Kept with each open connection: a packed page, or a plain one in a few steps. */
  private static final int WRITTEN_AT_ONCE = 32 << 10;

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(connector -> {
      connector.setProperty("socket.txBufSize", String.valueOf(IN_THE_SYSTEM));
      connector.setProperty("socket.appWriteBufSize", String.valueOf(WRITTEN_AT_ONCE));
    });
  }
}
