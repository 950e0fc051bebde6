package thangdiem.search;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;

/** Finds units, people, rounds, criteria and pages by some of their words (tìm mọi thứ). */
@Controller
class SearchController {

  private final List<Finds> parts;

  SearchController(List<Finds> parts) {
    this.parts = parts;
  }

  @MayOpen
  @GetMapping("/search")
  String search(Actor actor, @RequestParam(defaultValue = "") String q, Model model) {
    var wanted = Wanted.of(q);
    var found =
        wanted.isEmpty()
            ? List.<Found>of()
            : parts.stream().flatMap(part -> part.find(actor, wanted).stream()).toList();
    model.addAttribute("search", SearchPage.of(wanted.typed(), found));
    return "search/search";
  }
}
