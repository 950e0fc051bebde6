package thangdiem.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.Everyone;
import thangdiem.audit.NotFound;
import thangdiem.words.Words;

/** What of the site belongs to no version: the years, the way to the latest, the style. */
@Controller
class SiteController extends OnTheSite {

  private static final String NEWER = ".newer[hidden]{display:block}";

  private final PublishedTable table;
  private final SitePages pages;
  private final SiteStyle style;

  SiteController(PublishedTable table, SitePages pages, SiteStyle style, KeptAnswers kept) {
    super(pages, kept);
    this.table = table;
    this.pages = pages;
    this.style = style;
  }

  @Everyone
  @GetMapping("/published")
  void years(HttpServletRequest request, HttpServletResponse response) throws IOException {
    years(Words.VIETNAMESE, request, response);
  }

  @Everyone
  @GetMapping("/published/en")
  void yearsInEnglish(HttpServletRequest request, HttpServletResponse response) throws IOException {
    years(Words.ENGLISH, request, response);
  }

  private void years(Words words, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var page = YearsPage.of(words, table.all(), pages.place());
    give(request, response, () -> Answer.page(pages.draw("years", page), Answer.A_MINUTE));
  }

  @Everyone
  @GetMapping("/published/feed.xml")
  void feed(HttpServletRequest request, HttpServletResponse response) throws IOException {
    give(
        request,
        response,
        () ->
            Answer.part(
                Feed.of(table.all(), pages.place().base()),
                "application/atom+xml;charset=UTF-8",
                Answer.A_MINUTE));
  }

  /** The latest version of a round: the address to print and to pass on. */
  @Everyone
  @GetMapping("/published/{key}")
  void latest(@PathVariable String key, HttpServletResponse response) {
    var latest =
        table.all().stream()
            .filter(published -> published.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new NotFound("published " + key));
    led(response, new Address(latest.key(), latest.version(), Address.VIETNAMESE).below(""));
  }

  /** Typed without its last stroke. */
  @Everyone
  @GetMapping("/published/{key}/{version}/{lang}")
  void typed(SiteVisit visit) {
    visible(visit.address().key(), visit.address().version());
    led(visit.response(), visit.address().below(""));
  }

  private void visible(String key, int version) {
    if (table.one(key, version).isEmpty()) {
      throw new NotFound("published " + key + "/" + version);
    }
  }

  private static void led(HttpServletResponse response, String to) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", to);
    response.setHeader("Cache-Control", Answer.A_MINUTE);
  }

  /**
   * The one thing about a version that changes: whether a newer one is out. Pages carry the note;
   * this stylesheet shows it.
   */
  @Everyone
  @GetMapping("/published/{key}/{version}/state.css")
  void state(
      @PathVariable String key,
      @PathVariable int version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    visible(key, version);
    boolean newer = // not each that was adopted need have been published
        table.all().stream().anyMatch(one -> one.key().equals(key) && one.version() > version);
    var css = (newer ? NEWER : "").getBytes(StandardCharsets.UTF_8);
    give(request, response, () -> Answer.part(css, "text/css;charset=UTF-8", Answer.A_MINUTE));
  }

  @Everyone
  @GetMapping("/published/style/{hash}/{file}")
  void style(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var answer = style.file(file).orElseThrow(() -> new NotFound("style " + file));
    if (request.getRequestURI().startsWith(style.folder())) {
      give(request, response, () -> answer);
    } else { // an address of anybody's invention is not kept
      Delivery.give(HttpServletResponse.SC_OK, answer, request, response);
    }
  }

  /** Whatever else is asked below: the same no as for what may not be seen yet. */
  @Everyone
  @GetMapping("/published/**")
  void nothing(HttpServletRequest request) {
    throw new NotFound(request.getRequestURI());
  }
}
