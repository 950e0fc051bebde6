package thangdiem.site;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
  void compare(SiteVisit visit, @RequestParam Optional<List<String>> units) throws IOException {
    give(
        visit,
        () -> {
          var compared =
              new ComparePages(
                  new Drawing(editions.at(visit.address()), visit.address()),
                  units.orElse(List.of()));
          return Answer.page(
              pages.draw("compare", compared.page(pages.place())),
              compared.stands() ? Answer.FOR_EVER : Answer.NOT_KEPT);
        });
  }

  @Everyone
  @GetMapping(LANGUAGE + "changes")
  void changes(SiteVisit visit) throws IOException {
    give(
        visit,
        () -> {
          var edition = editions.at(visit.address());
          var before = editions.before(edition);
          return Answer.page(
              pages.draw(
                  "changes",
                  ChangesPage.of(
                      new Drawing(edition, visit.address()),
                      before,
                      editions.splits(edition),
                      pages.place())),
              Answer.FOR_EVER);
        });
  }

  @Everyone
  @GetMapping(LANGUAGE + "method")
  void method(SiteVisit visit) throws IOException {
    give(
        visit,
        () ->
            Answer.page(
                pages.draw(
                    "method",
                    MethodPage.of(
                        new Drawing(editions.at(visit.address()), visit.address()), pages.place())),
                Answer.FOR_EVER));
  }

  /** What is typed stands in the address and is nowhere kept. */
  @Everyone
  @GetMapping(LANGUAGE + "method/calculator")
  void calculator(SiteVisit visit, @RequestParam Map<String, String> query) throws IOException {
    var page =
        CalculatorPage.of(
            new Drawing(editions.at(visit.address()), visit.address()), query, pages.place());
    give(visit, () -> Answer.page(pages.draw("calculator", page), Answer.NOT_KEPT));
  }
}
