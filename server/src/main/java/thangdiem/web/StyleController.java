package thangdiem.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import thangdiem.audit.Everyone;

/**
 * Every part of a page in every state (trang mẫu), so that the next page looks like the last. Only
 * where {@code THANGDIEM_DEV} is set: elsewhere there is no such page.
 */
@Controller
@ConditionalOnBooleanProperty("thangdiem.dev")
class StyleController {

  private static final Pattern ICON = Pattern.compile("<symbol id=\"i-([a-z0-9-]+)\"");

  private final List<String> icons;

  StyleController() throws IOException {
    var sprite =
        new ClassPathResource("static/icons.svg").getContentAsString(StandardCharsets.UTF_8);
    icons = ICON.matcher(sprite).results().map((MatchResult found) -> found.group(1)).toList();
  }

  @Everyone
  @GetMapping("/style")
  String show(Model model) {
    model.addAttribute("icons", icons);
    return "web/style";
  }
}
