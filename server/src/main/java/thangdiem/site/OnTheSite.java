package thangdiem.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import thangdiem.audit.NotFound;
import thangdiem.words.Words;

/**
 * What answers on the public site. What does not exist and what may not be seen yet get the same
 * bytes: nothing tells them apart (F12).
 */
abstract class OnTheSite {

  /** Where the pages of a version are, in a language. */
  static final String LANGUAGE = "/published/{key}/{version}/{lang}/";

  private final SitePages pages;
  private final KeptAnswers kept;

  OnTheSite(SitePages pages, KeptAnswers kept) {
    this.pages = pages;
    this.kept = kept;
  }

  /** Draws an answer, keeps it where it stays the same for ever, and gives it. */
  void give(HttpServletRequest request, HttpServletResponse response, Supplier<Answer> draw)
      throws IOException {
    Delivery.give(HttpServletResponse.SC_OK, kept.to(request, draw), request, response);
  }

  void give(SiteVisit visit, Supplier<Answer> draw) throws IOException {
    give(visit.request(), visit.response(), draw);
  }

  @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
  void gone(HttpServletRequest request, HttpServletResponse response) throws IOException {
    gone(pages, request, response);
  }

  static void gone(SitePages pages, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var english = (request.getRequestURI() + "/").contains("/" + Address.ENGLISH + "/");
    var words = english ? Words.ENGLISH : Words.VIETNAMESE;
    var page =
        new Outside(
            words,
            words.say("site.gone"),
            pages.place().style(),
            english ? Address.ROOT : Address.ROOT + "/" + Address.ENGLISH);
    Delivery.give(
        HttpServletResponse.SC_NOT_FOUND,
        Answer.page(pages.draw("gone", page), Answer.NOT_KEPT),
        request,
        response);
  }
}
