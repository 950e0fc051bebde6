package thangdiem.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import thangdiem.audit.Everyone;

/** The keys that work on pages (phím tắt), as a page for whoever has no script. */
@Controller
class KeysController {

  @Everyone
  @GetMapping("/keys")
  String show() {
    return "web/keys";
  }
}
