package thangdiem.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.words.Words;

/**
 * What the site lends to pages on which readers answer (trang để người đọc báo lại): what is
 * published, how a page looks, and the same no for all that is not. Such pages are never kept.
 */
@Component
public class Doubts {

  private final PublishedEditions editions;
  private final PublishedTable table;
  private final SitePages pages;

  Doubts(PublishedEditions editions, PublishedTable table, SitePages pages) {
    this.editions = editions;
    this.table = table;
    this.pages = pages;
  }

  /**
   * A criterion of a unit in a version that everybody can see.
   *
   * @throws NotFound when there is no such thing, or not yet
   */
  public Criticised about(SiteVisit visit, String unit, String code) {
    var address = visit.address();
    var drawing = new Drawing(editions.at(address), address);
    var standing =
        drawing.edition.unit(unit).orElseThrow(() -> new NotFound("published unit " + unit));
    var line =
        standing.sheet().lines().stream()
            .filter(one -> one.criterion().code().equals(code))
            .findFirst()
            .orElseThrow(() -> new NotFound("criterion " + code));
    var name = standing.sheet().answers().name();
    var title = drawing.say("site.wrong.title", code, name);
    return new Criticised(
        drawing.frame(pages.place(), Criticised.path(unit, code), "standings", title, title),
        address.key(),
        address.version(),
        address.language(),
        unit,
        name,
        code,
        line.criterion().name(),
        drawing.figures.points(line.points()),
        drawing.figures.most(line.max()));
  }

  /** What was found right of what was reported about a unit in a round. */
  public List<Upheld> upheld(String key, String unit) {
    return table.upheld(key, unit);
  }

  /** How far the report of that number is. */
  public Optional<Followed> followed(String reference) {
    return table.followed(reference);
  }

  /** What surrounds a page that belongs to no version. */
  public Outside outside(Words words, String title, String elsewise) {
    return new Outside(words, title, pages.place().style(), elsewise);
  }

  /** Gives a page, this once. */
  public void give(
      int status,
      String template,
      Object page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Delivery.give(
        status, Answer.page(pages.draw(template, page), Answer.NOT_KEPT), request, response);
  }

  /** The same bytes as for anything that is not there. */
  public void gone(HttpServletRequest request, HttpServletResponse response) throws IOException {
    OnTheSite.gone(pages, request, response);
  }
}
