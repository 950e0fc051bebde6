package thangdiem.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Everyone;

/** What readers do with a published result: compare, look back, understand, try. */
@Controller
class ExploringController extends OnTheSite {

  private final PublishedEditions editions;
  private final SitePages pages;

  ExploringController(PublishedEditions editions, SitePages pages, KeptAnswers kept) {
    super(pages, kept);
    this.editions = editions;
    this.pages = pages;
  }

  @Everyone
  @GetMapping(LANGUAGE + "compare")
  void compare(
      @PathVariable String key,
      @PathVariable int version,
      @PathVariable String lang,
      @RequestParam Optional<List<String>> units,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var address = address(key, version, lang);
    give(
        request,
        response,
        () -> {
          var compared =
              new ComparePages(new Drawing(editions.at(address), address), units.orElse(List.of()));
          return Answer.page(
              pages.draw("compare", compared.page(pages.place())),
              compared.stands() ? Answer.FOR_EVER : Answer.NOT_KEPT);
        });
  }

  @Everyone
  @GetMapping(LANGUAGE + "changes")
  void changes(
      @PathVariable String key,
      @PathVariable int version,
      @PathVariable String lang,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var address = address(key, version, lang);
    give(
        request,
        response,
        () -> {
          var edition = editions.at(address);
          var before = editions.before(edition);
          return Answer.page(
              pages.draw(
                  "changes",
                  ChangesPage.of(
                      new Drawing(edition, address),
                      before,
                      editions.splits(edition),
                      pages.place())),
              Answer.FOR_EVER);
        });
  }

  @Everyone
  @GetMapping(LANGUAGE + "method")
  void method(
      @PathVariable String key,
      @PathVariable int version,
      @PathVariable String lang,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var address = address(key, version, lang);
    give(
        request,
        response,
        () ->
            Answer.page(
                pages.draw(
                    "method",
                    MethodPage.of(new Drawing(editions.at(address), address), pages.place())),
                Answer.FOR_EVER));
  }

  /** What is typed stands in the address and is nowhere kept. */
  @Everyone
  @GetMapping(LANGUAGE + "method/calculator")
  void calculator(
      @PathVariable String key,
      @PathVariable int version,
      @PathVariable String lang,
      @RequestParam Map<String, String> query,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var address = address(key, version, lang);
    var page = CalculatorPage.of(new Drawing(editions.at(address), address), query, pages.place());
    give(request, response, () -> Answer.page(pages.draw("calculator", page), Answer.NOT_KEPT));
  }
}
