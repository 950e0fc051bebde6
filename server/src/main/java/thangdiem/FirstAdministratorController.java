package thangdiem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.account.Pace;
import thangdiem.account.Person;
import thangdiem.account.TooSoon;
import thangdiem.audit.Act;
import thangdiem.audit.Everyone;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Refusal;
import thangdiem.orgunit.Typed;
import thangdiem.words.Sentence;

/** The page of the first start (khởi tạo). */
@Controller
class FirstAdministratorController {

  private final FirstAdministrator first;
  private final Pace pace;

  FirstAdministratorController(FirstAdministrator first, Pace pace) {
    this.first = first;
    this.pace = pace;
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
      HttpServletRequest request,
      HttpServletResponse response) {
    var person = new Person(login, Typed.text(name), "", Optional.empty(), Optional.empty());
    var typed =
        new FirstPage(
            Typed.text(province), person.name(), login.strip(), Optional.empty(), Map.of());
    try {
      var attempt = pace.begin("first administrator", request);
      first.checkCode(code);
      var wrong = FirstAdministrator.wrong(typed.province(), person, password);
      if (!wrong.isEmpty()) {
        pace.passed(attempt);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return again(typed, Optional.empty(), wrong, model);
      }
      first.make(typed.province(), person, password);
      pace.passed(attempt);
      model.addAttribute("login", person.login());
      return "account/taken-up";
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return again(typed, Optional.of(refusal.sentence()), Map.of(), model);
    } catch (TooSoon soon) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      return again(typed, Optional.of(soon.sentence()), Map.of(), model);
    }
  }

  private static String again(
      FirstPage typed, Optional<Sentence> refused, Map<String, Sentence> wrong, Model model) {
    model.addAttribute(
        "first", new FirstPage(typed.province(), typed.name(), typed.login(), refused, wrong));
    return "web/first";
  }
}
