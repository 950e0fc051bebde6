package thangdiem.evidence;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;

/** Shows those who see to it whether the stored documents are still what was added. */
@Controller
class EvidenceWatchController {

  private final EvidenceWatch watch;

  EvidenceWatchController(EvidenceWatch watch) {
    this.watch = watch;
  }

  @MayOpen({Role.ADMINISTRATOR, Role.AUDITOR})
  @GetMapping("/evidence-watch")
  String show(Model model) {
    model.addAttribute("watch", watch.page());
    return "evidence/watch";
  }
}
