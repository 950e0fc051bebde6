package thangdiem.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import thangdiem.audit.NotFound;
import thangdiem.words.Words;

/**
 * What answers on the public site. What does not exist and what may not be seen yet get the same
 * bytes: nothing tells them apart (F12).
 */
abstract class OnTheSite {

  private final SitePages pages;

  OnTheSite(SitePages pages) {
    this.pages = pages;
  }

  @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
  void gone(HttpServletRequest request, HttpServletResponse response) throws IOException {
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

  /** The address of a version, in a language that there is. */
  static Address address(String key, int version, String language) {
    if (!language.equals(Address.VIETNAMESE) && !language.equals(Address.ENGLISH)) {
      throw new NotFound("language " + language);
    }
    return new Address(key, version, language);
  }
}
