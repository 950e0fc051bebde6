package thangdiem.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import thangdiem.audit.Everyone;

/**
 * What makes the inspectors' pages an application that a phone keeps (ứng dụng cài được). It
 * reaches no page outside of /inspect/ and holds nothing of anybody.
 */
@Controller
class InstallableController {

  private static final String ASSETS = "{assets}";

  private final Assets assets;

  InstallableController(Assets assets) {
    this.assets = assets;
  }

  /** Gives the shell where there is no network. */
  @Everyone
  @GetMapping("/inspect/worker.js")
  ResponseEntity<byte[]> worker() {
    return filled(
        "inspection-worker.js", new MediaType("text", "javascript", StandardCharsets.UTF_8));
  }

  @Everyone
  @GetMapping("/inspect/app.webmanifest")
  ResponseEntity<byte[]> manifest() {
    return filled("inspection.webmanifest", new MediaType("application", "manifest+json"));
  }

  private ResponseEntity<byte[]> filled(String name, MediaType type) {
    try {
      return ResponseEntity.ok()
          .contentType(type)
          .body(
              new ClassPathResource("static/" + name)
                  .getContentAsString(StandardCharsets.UTF_8)
                  .replace(ASSETS, assets.folder())
                  .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
