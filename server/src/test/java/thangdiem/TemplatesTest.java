package thangdiem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no template may hold, found before any page is made of it. */
class TemplatesTest {

  private static final Map<String, Pattern> FORBIDDEN =
      Map.of(
          "$unsafe prints what people typed as markup", Pattern.compile("\\$unsafe"),
          "styles stand in the stylesheets", Pattern.compile("\\sstyle=|<style"),
          "scripts stand in files", Pattern.compile("<script(?![^>]* src=)|\\son[a-z]+=\""),
          "links are addresses, not programs", Pattern.compile("(?i)javascript:"),
          "what is not for readers does not reach them", Pattern.compile("<!--(?!%)"),
          "everything is served by us",
              Pattern.compile("(?:src|action|<link[^>]* href)=\"(?:https?:)?//"));

  @Test
  void holdNothingThatAPageMayNotCarry() throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(Path.of("src", "main", "jte"))) {
      for (var file : files.filter(one -> one.toString().endsWith(".jte")).sorted().toList()) {
        var text = Files.readString(file);
        FORBIDDEN.forEach((reason, pattern) -> {
          if (pattern.matcher(text).find()) {
            found.add(file.getFileName() + ": " + reason);
          }
        });
      }
    }
    assertThat(found).isEmpty();
  }
}
