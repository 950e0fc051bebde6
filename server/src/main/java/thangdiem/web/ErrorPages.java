package thangdiem.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
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

  /** Seconds after which the database is back where its supervisor has to start it again. */
  static final String BACK_SOON = "30";

  private final Faults faults;
  private final CurrentActor current;

  ErrorPages(Faults faults, CurrentActor current) {
    this.faults = faults;
    this.current = current;
  }

  @ExceptionHandler({NotFound.class, NoResourceFoundException.class})
  ModelAndView notFound() {
    return page(HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler(NotAllowed.class)
  ModelAndView notAllowed() {
    return page(HttpStatus.FORBIDDEN);
  }

  @ExceptionHandler(Refusal.class)
  ModelAndView refused(Refusal refusal, HttpServletRequest request) {
    return page(
        HttpStatus.CONFLICT,
        new ErrorPage("error.refused", refusal.sentence(), "", Address.before(request).orElse("")));
  }

  @ExceptionHandler(TooSoon.class)
  ModelAndView tooSoon(TooSoon soon, HttpServletResponse response) {
    response.setHeader("Retry-After", String.valueOf(soon.seconds()));
    return page(
        HttpStatus.TOO_MANY_REQUESTS, new ErrorPage("error.tooSoon", soon.sentence(), "", ""));
  }

  /** A year that is no number, a nudge that is no identifier: there is no such thing. */
  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ModelAndView mistyped(MethodArgumentTypeMismatchException problem) {
    return page(
        problem.getParameter().hasParameterAnnotation(PathVariable.class)
            ? HttpStatus.NOT_FOUND
            : HttpStatus.BAD_REQUEST);
  }

  @ExceptionHandler(MultipartException.class)
  ModelAndView upload(MultipartException problem) {
    return page(
        problem instanceof MaxUploadSizeExceededException
            ? HttpStatus.CONTENT_TOO_LARGE
            : HttpStatus.BAD_REQUEST);
  }

  /** The database is away for a moment; the page is made without it. */
  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class
  })
  ModelAndView withoutDatabase(
      Exception problem, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    breakOffIfBegun(problem, response);
    current.isUnknown(request);
    response.setHeader("Retry-After", BACK_SOON);
    var reference = faults.logged(Optional.of(problem), request);
    return page(
        HttpStatus.SERVICE_UNAVAILABLE,
        new ErrorPage("error.busy", Sentence.of("error.nothing"), reference, ""));
  }

  @ExceptionHandler
  ModelAndView fault(Exception fault, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    breakOffIfBegun(fault, response);
    var status = statusOf(fault);
    if (status.is4xxClientError()) {
      return page(status);
    }
    var reference = faults.logged(Optional.of(fault), request);
    return page(
        HttpStatus.INTERNAL_SERVER_ERROR,
        new ErrorPage("error.fault", Sentence.of("error.nothing"), reference, ""));
  }

  /**
   * A file of which a part has gone already gets no page at its end, with which it would seem
   * whole: the connection breaks off, so that whoever fetches it sees that it is not.
   */
  private static void breakOffIfBegun(Exception problem, HttpServletResponse response)
      throws Exception {
    if (response.isCommitted()) {
      throw problem;
    }
  }

  /** Whose fault it is: of the request where the framework says so, otherwise ours. */
  static HttpStatusCode statusOf(Throwable fault) {
    return switch (fault) {
      case ErrorResponse known -> known.getStatusCode();
      case RequestRejectedException _ -> HttpStatus.BAD_REQUEST;
      case DataAccessResourceFailureException _,
          CannotCreateTransactionException _,
          TransactionSystemException _ ->
          HttpStatus.SERVICE_UNAVAILABLE;
      case InvalidParameterException form -> HttpStatusCode.valueOf(form.getErrorCode());
      default -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  /** The page of a status that needs no more words than it always has. */
  static ModelAndView page(HttpStatusCode status) {
    return page(status, new ErrorPage(key(status.value()), Sentence.of("error.nothing"), "", ""));
  }

  static ModelAndView page(HttpStatusCode status, ErrorPage error) {
    var page = new ModelAndView("web/error", status);
    page.addObject("error", error);
    return page;
  }

  private static String key(int status) {
    return switch (status) {
      case 401 -> "error.signedOut";
      case 403 -> "error.notAllowed";
      case 404 -> "error.notFound";
      case 405 -> "error.method";
      case 413 -> "error.tooLarge";
      case 415 -> "error.mediaType";
      case 429 -> "error.tooSoon";
      default ->
          status < HttpStatus.INTERNAL_SERVER_ERROR.value() ? "error.request" : "error.fault";
    };
  }
}
