package thangdiem.site;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Pages out of their templates, as bytes. */
@Component
class SitePages {

  private final TemplateEngine templates;
  private final SitePlace place;

  SitePages(
      TemplateEngine templates, SiteStyle style, @Value("${thangdiem.base-url:}") String base) {
    this.templates = templates;
    this.place = new SitePlace(base, style.folder());
  }

  SitePlace place() {
    return place;
  }

  /** The page of that template. */
  byte[] draw(String template, Object page) {
    var html = new Utf8ByteOutput();
    templates.render("site/" + template + ".jte", page, html);
    var bytes = new ByteArrayOutputStream(html.getContentLength());
    try {
      html.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
