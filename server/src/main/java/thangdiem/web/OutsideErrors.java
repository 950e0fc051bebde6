package thangdiem.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.Everyone;
import thangdiem.audit.NotFound;

/**
 * Pages for what went wrong before a handler was reached (lỗi ngoài trang): a session that has
 * ended, a form left open too long, an address that no browser writes.
 */
@Controller
class OutsideErrors implements ErrorController {

  @Everyone
  @ChangesNothing
  @RequestMapping("/error")
  ModelAndView show(HttpServletRequest request) {
    if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)) {
      throw new NotFound("nothing went wrong");
    }
    var status = HttpStatus.valueOf(code);
    return ErrorPages.page(
        status,
        switch (status) {
          case UNAUTHORIZED -> "error.signedOut";
          case FORBIDDEN -> "error.stale";
          case NOT_FOUND, METHOD_NOT_ALLOWED -> "error.notFound";
          default -> status.is4xxClientError() ? "error.request" : "error.fault";
        });
  }
}
