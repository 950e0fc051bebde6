package thangdiem.inspection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import thangdiem.audit.Actor;
import thangdiem.audit.Everyone;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Role;
import thangdiem.words.Words;

/**
 * The application on a phone (ứng dụng kiểm tra trên điện thoại). Its shell holds nothing of
 * anybody, so that it can be kept on the phone; what is somebody's comes as data and goes again.
 */
@Controller
@RequestMapping("/inspect")
class PhoneController {

  private final Visits visits;
  private final PlanTable plans;

  PhoneController(Visits visits, PlanTable plans) {
    this.visits = visits;
    this.plans = plans;
  }

  @Everyone
  @GetMapping("/app")
  String shell() {
    return "inspection/phone";
  }

  /** What the signed-in inspector takes along. */
  @MayOpen({Role.INSPECTOR})
  @GetMapping("/visits")
  @ResponseBody
  Map<String, Object> visits(Actor actor, HttpServletRequest request) {
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return Map.of(
        "account", actor.account().toString(),
        "name", actor.name(),
        "token", token.getToken(),
        "visits", ahead(actor));
  }

  private List<PhoneVisit> ahead(Actor actor) {
    var words = Words.of(actor.language());
    return plans.ahead(actor.account()).stream()
        .map(one -> PhoneVisit.of(visits.of(actor, one.round(), one.unit()), words))
        .toList();
  }
}
