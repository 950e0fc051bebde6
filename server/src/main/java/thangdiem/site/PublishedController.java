package thangdiem.site;

import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Everyone;
import thangdiem.audit.NotFound;

/** The standings and the units of a published version, for everybody. */
@Controller
class PublishedController extends OnTheSite {

  private final PublishedEditions editions;
  private final SitePages pages;

  PublishedController(PublishedEditions editions, SitePages pages, KeptAnswers kept) {
    super(pages, kept);
    this.editions = editions;
    this.pages = pages;
  }

  @Everyone
  @GetMapping({
    LANGUAGE,
    LANGUAGE + "by/{section}",
    LANGUAGE + "groups/{group}",
    LANGUAGE + "groups/{group}/by/{section}"
  })
  void standings(
      SiteVisit visit,
      @PathVariable Optional<String> group,
      @PathVariable Optional<String> section,
      @RequestParam(defaultValue = "1") int page)
      throws IOException {
    give(
        visit,
        () -> {
          var edition = editions.at(visit.address());
          return page(
              "standings",
              new StandingsPages(
                      new Drawing(edition, visit.address()),
                      editions.before(edition),
                      group,
                      section,
                      page)
                  .page(pages.place()));
        });
  }

  @Everyone
  @GetMapping(LANGUAGE + "units/{unit}")
  void unit(SiteVisit visit, @PathVariable String unit) throws IOException {
    give(
        visit,
        () -> {
          var edition = editions.at(visit.address());
          var standing =
              edition.unit(unit).orElseThrow(() -> new NotFound("published unit " + unit));
          return page(
              "unit",
              new UnitPages(
                      new Drawing(edition, visit.address()),
                      editions.before(edition),
                      Optional.ofNullable(editions.splits(edition).get(unit)),
                      standing)
                  .page(pages.place()));
        });
  }

  private Answer page(String template, Object page) {
    return Answer.page(pages.draw(template, page), Answer.FOR_EVER);
  }
}
