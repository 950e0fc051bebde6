package thangdiem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.account.Person;
import thangdiem.audit.Act;
import thangdiem.audit.Everyone;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;

/** The page of the first start (khởi tạo). */
@Controller
class FirstAdministratorController {

  private final FirstAdministrator first;

  FirstAdministratorController(FirstAdministrator first) {
    this.first = first;
  }

  @Everyone
  @GetMapping("/first")
  String form(Model model) {
    if (first.code().isEmpty()) {
      throw new NotFound("there is an administrator");
    }
    model.addAttribute("first", FirstPage.EMPTY);
    return "web/first";
  }

  @Everyone
  @Performs(Act.FIRST_ADMINISTRATOR_MADE)
  @PostMapping("/first")
  String make(
      @RequestParam String code,
      @RequestParam String province,
      @RequestParam String login,
      @RequestParam String name,
      @RequestParam String password,
      Model model,
      HttpServletResponse response) {
    try {
      first.make(
          code,
          province.strip(),
          new Person(login, name.strip(), "", Optional.empty(), Optional.empty()),
          password);
    } catch (Refusal refusal) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      model.addAttribute(
          "first", new FirstPage(province, name, login, Optional.of(refusal.sentence())));
      return "web/first";
    }
    return "redirect:/sign-in";
  }
}
