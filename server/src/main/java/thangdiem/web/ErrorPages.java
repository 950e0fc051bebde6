package thangdiem.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import thangdiem.account.TooSoon;
import thangdiem.audit.NotAllowed;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.words.Sentence;

/**
 * Pages for what went wrong (trang báo lỗi): in words, with a way on; a fault of ours carries a
 * reference number and nothing of its inside.
 */
@ControllerAdvice
class ErrorPages {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final int REFERENCE_BYTES = 4;

  @ExceptionHandler({NotFound.class, NoResourceFoundException.class})
  ModelAndView notFound() {
    return page(HttpStatus.NOT_FOUND, "error.notFound");
  }

  @ExceptionHandler(NotAllowed.class)
  ModelAndView notAllowed() {
    return page(HttpStatus.FORBIDDEN, "error.notAllowed");
  }

  @ExceptionHandler(Refusal.class)
  ModelAndView refused(Refusal refusal) {
    return page(HttpStatus.CONFLICT, "error.refused", refusal.sentence(), "");
  }

  @ExceptionHandler(TooSoon.class)
  ModelAndView tooSoon(TooSoon soon, HttpServletResponse response) {
    response.setHeader("Retry-After", String.valueOf(soon.seconds()));
    return page(HttpStatus.TOO_MANY_REQUESTS, "error.tooSoon", soon.sentence(), "");
  }

  @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
  ModelAndView method() {
    return page(HttpStatus.METHOD_NOT_ALLOWED, "error.notFound");
  }

  @ExceptionHandler
  ModelAndView fault(Exception fault, HttpServletRequest request, HttpServletResponse response) {
    if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return page(HttpStatus.valueOf(known.getStatusCode().value()), "error.request");
    }
    var bytes = new byte[REFERENCE_BYTES];
    RandomGenerator.getDefault().nextBytes(bytes);
    var reference = HexFormat.of().formatHex(bytes);
    LOG.error("fault {} at {} {}", reference, request.getMethod(), request.getRequestURI(), fault);
    return page(
        HttpStatus.INTERNAL_SERVER_ERROR, "error.fault", Sentence.of("error.nothing"), reference);
  }

  static ModelAndView page(HttpStatus status, String key) {
    return page(status, key, Sentence.of("error.nothing"), "");
  }

  private static ModelAndView page(
      HttpStatus status, String key, Sentence detail, String reference) {
    var page = new ModelAndView("web/error", status);
    page.addObject("error", new ErrorPage(key, detail, reference));
    return page;
  }
}
