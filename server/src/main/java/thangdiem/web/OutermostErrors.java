package thangdiem.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import thangdiem.words.Words;

/**
 * The last page there is (trang lỗi cuối cùng), for requests that no page of ours is reached by:
 * too malformed to be read, or while the database is away. It asks nothing of anybody, and speaks
 * both languages, for it knows no reader.
 */
final class OutermostErrors extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(OutermostErrors.class);
  private static final int FIRST_ERROR = 400;
  private static final int FIRST_FAULT = 500;

  private final String assets;

  OutermostErrors(String assets) {
    this.assets = assets;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    boolean said = fault == null && response.getContentWritten() > 0;
    if (status < FIRST_ERROR || said || response.isCommitted() || !response.setErrorReported()) {
      return;
    }
    response.reset(); // half a page that failed while it was written
    response.setStatus(status);
    var key = status >= FIRST_FAULT ? "error.busy" : "error.request";
    if (status == FIRST_FAULT) {
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      response.setHeader("Retry-After", ErrorPages.BACK_SOON);
    }
    try {
      response.setContentType("text/html;charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      SecurityConfiguration.ALWAYS.forEach(response::setHeader);
      var writer = response.getReporter();
      if (writer != null) {
        writer.write(page(key));
        response.finishResponse();
      }
    } catch (IOException e) {
      LOG.debug("gone before the error page was sent", e);
    }
  }

  private String page(String key) {
    return """
    <!doctype html>
    <html lang="vi">
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="stylesheet" href="%stokens.css"><link rel="stylesheet" href="%sapp.css"></head>
    <body><main class="wide"><div class="error-page">%s<hr>%s</div></main></body>
    </html>
    """
        .formatted(
            Words.VIETNAMESE.say(key),
            assets,
            assets,
            said(Words.VIETNAMESE, key),
            said(Words.ENGLISH, key));
  }

  private static String said(Words words, String key) {
    return """
    <section lang="%s"><h1 class="headline">%s</h1><p class="lede">%s</p>
    <p><a class="btn" href="/">%s</a></p></section>\
    """
        .formatted(
            words.language(), words.say(key), words.say(key + ".advice"), words.say("error.back"));
  }
}
