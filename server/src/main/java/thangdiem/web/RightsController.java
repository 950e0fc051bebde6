package thangdiem.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;

/** The page that says who may see and do what, to everybody who works here. */
@Controller
class RightsController {

  private final Rights rights;

  RightsController(Rights rights) {
    this.rights = rights;
  }

  @MayOpen
  @GetMapping("/rights")
  String show(@RequestParam(name = "role", defaultValue = "") String asked, Model model) {
    var role = Stream.of(Role.values()).filter(one -> one.name().equals(asked)).findFirst();
    model.addAttribute("rights", new RightsPage(role, of(role), rights.byItself()));
    return "web/rights";
  }

  private Map<String, List<Right>> of(Optional<Role> role) {
    var parts = new LinkedHashMap<String, List<Right>>();
    rights
        .byPart()
        .forEach((part, all) -> {
          var theirs = all.stream().filter(right -> role.map(right::holds).orElse(true)).toList();
          if (!theirs.isEmpty()) {
            parts.put(part, theirs);
          }
        });
    return parts;
  }
}
