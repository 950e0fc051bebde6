package thangdiem.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.Everyone;
import thangdiem.audit.NotFound;
import thangdiem.words.Sentence;

/**
 * Pages for what went wrong before a handler was reached (lỗi ngoài trang): a session that has
 * ended, a form left open too long, an address that no browser writes.
 */
@Controller
class OutsideErrors implements ErrorController {

  private final Faults faults;
  private final CurrentActor current;

  OutsideErrors(Faults faults, CurrentActor current) {
    this.faults = faults;
    this.current = current;
  }

  @Everyone
  @ChangesNothing
  @RequestMapping("/error")
  @Nullable ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
    if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)) {
      throw new NotFound("nothing went wrong");
    }
    if (response.isCommitted()) { // a file that broke off in the middle has no room for a page
      faults.logged(thrown(request), request);
      return null;
    }
    SecurityConfiguration.sayWhatIsMissing(response); // what is refused at the door never met it
    if (code == HttpStatus.FORBIDDEN.value()) {
      return ErrorPages.page(
          HttpStatus.FORBIDDEN,
          new ErrorPage(
              "error.stale", Sentence.of("error.nothing"), "", Address.before(request).orElse("")));
    }
    var fault = thrown(request);
    var status = fault.map(ErrorPages::statusOf).orElseGet(() -> HttpStatusCode.valueOf(code));
    if (!status.is5xxServerError()) {
      return ErrorPages.page(status);
    }
    current.isUnknown(request); // what failed may be the very database that would know
    return ErrorPages.page(
        status,
        new ErrorPage(
            "error.fault", Sentence.of("error.nothing"), faults.logged(fault, request), ""));
  }

  private static Optional<Throwable> thrown(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
        .map(Throwable.class::cast);
  }
}
