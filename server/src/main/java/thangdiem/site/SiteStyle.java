package thangdiem.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import thangdiem.exchange.Sha256;

/**
 * The stylesheet, type and mark of the public pages (kiểu dáng trang công bố). Their folder is
 * named by their hash, and any such name gives the present ones: a page that somebody kept for a
 * year still finds its style.
 */
@Component
class SiteStyle {

  private static final int DIGITS = 12;
  private static final List<String> FILES =
      List.of(
          "public.css",
          "brand.svg",
          "fonts/be-vietnam-pro-latin-400-normal.woff2",
          "fonts/be-vietnam-pro-latin-600-normal.woff2",
          "fonts/be-vietnam-pro-vietnamese-400-normal.woff2",
          "fonts/be-vietnam-pro-vietnamese-600-normal.woff2",
          "fonts/inter-digits-wght.woff2");

  private final Map<String, Answer> files = new LinkedHashMap<>();
  private final String folder;

  SiteStyle() {
    var hashes = new TreeMap<String, String>();
    for (var file : FILES) {
      var bytes = bytes(file);
      var name = file.substring(file.lastIndexOf('/') + 1);
      hashes.put(name, Sha256.of(bytes));
      files.put(name, Answer.part(bytes, type(name), Answer.FOR_EVER));
    }
    folder =
        Address.ROOT
            + "/style/"
            + Sha256.of(hashes.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS)
            + "/";
  }

  /** "/published/style/3f9c…/". */
  String folder() {
    return folder;
  }

  Optional<Answer> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static byte[] bytes(String file) {
    try {
      return new ClassPathResource("static/" + file).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=UTF-8";
      case "svg" -> "image/svg+xml";
      default -> "font/woff2";
    };
  }
}
