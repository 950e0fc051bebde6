package thangdiem.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import thangdiem.audit.Everyone;
import thangdiem.audit.NotFound;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.ResultsCsv;
import thangdiem.exchange.ResultsWorkbook;
import thangdiem.scoring.Reasons;

/** What readers take along: the data of a version, its files, its widget and its picture. */
@Controller
class OpenDataController extends OnTheSite {

  private static final String FILE = "bundle.zip";
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final PublishedEditions editions;
  private final PublishedTable table;
  private final SitePages pages;

  OpenDataController(
      PublishedEditions editions, PublishedTable table, SitePages pages, KeptAnswers kept) {
    super(pages, kept);
    this.editions = editions;
    this.table = table;
    this.pages = pages;
  }

  @Everyone
  @GetMapping(LANGUAGE + "data")
  void data(SiteVisit visit) throws IOException {
    give(
        visit,
        edition -> {
          var bundle = editions.bundle(edition.published());
          return Answer.page(
              pages.draw(
                  "data",
                  DataPage.of(
                      new Drawing(edition, visit.address()),
                      table.all(),
                      bundle.length,
                      Stream.of("ledger/key.txt", "ledger/checkpoint.txt")
                          .flatMap(name -> Bundle.file(FILE, bundle, name).stream())
                          .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                          .toList(),
                      pages.place())),
              Answer.FOR_EVER);
        });
  }

  /** The first of each group, for other sites: the one page that they may frame. */
  @Everyone
  @GetMapping(LANGUAGE + "widget")
  void widget(SiteVisit visit) throws IOException {
    give(
        visit,
        edition ->
            Answer.page(
                pages.draw(
                    "widget", WidgetPage.of(new Drawing(edition, visit.address()), pages.place())),
                Answer.FOR_EVER,
                true));
  }

  @Everyone
  @GetMapping(LANGUAGE + "picture.png")
  void picture(SiteVisit visit) throws IOException {
    give(
        visit,
        edition -> {
          var drawing = new Drawing(edition, visit.address());
          var standings =
              new StandingsPages(drawing, Optional.empty(), Optional.empty(), Optional.empty(), 1);
          return Answer.picture(new Picture(drawing).png(standings.headline()));
        });
  }

  @Everyone
  @GetMapping(LANGUAGE + "bundle.zip")
  void bundle(SiteVisit visit) throws IOException {
    file(visit, "application/zip", "zip", edition -> editions.bundle(edition.published()));
  }

  @Everyone
  @GetMapping(LANGUAGE + "results.json")
  void json(SiteVisit visit) throws IOException {
    file(visit, "application/json", "json", edition -> packed(edition, "results.json"));
  }

  @Everyone
  @GetMapping(LANGUAGE + "decision.pdf")
  void decision(SiteVisit visit) throws IOException {
    file(visit, "application/pdf", "pdf", edition -> packed(edition, "decision.pdf"));
  }

  /** As it was signed, where it was recorded with the publication. */
  @Everyone
  @GetMapping(LANGUAGE + "decision-signed.pdf")
  void signed(SiteVisit visit) throws IOException {
    file(visit, "application/pdf", "signed.pdf", edition -> packed(edition, "decision-signed.pdf"));
  }

  @Everyone
  @GetMapping(LANGUAGE + "results.csv")
  void csv(SiteVisit visit) throws IOException {
    file(
        visit,
        CSV,
        "csv",
        edition -> written(out -> ResultsCsv.write(out, edition.round().standings())));
  }

  @Everyone
  @GetMapping(LANGUAGE + "results.xlsx")
  void workbook(SiteVisit visit) throws IOException {
    file(
        visit,
        WORKBOOK,
        "xlsx",
        edition -> {
          var standings = edition.round().standings();
          return written(out ->
              ResultsWorkbook.write(
                  out,
                  standings,
                  new Reasons(standings.set(), standings.policy()),
                  edition.round().answers().note()));
        });
  }

  @Everyone
  @GetMapping(LANGUAGE + "dictionary.csv")
  void dictionary(SiteVisit visit) throws IOException {
    file(
        visit,
        CSV,
        "dictionary.csv",
        edition -> new Dictionary(new Drawing(edition, visit.address())).csv());
  }

  private void file(SiteVisit visit, String type, String ending, Function<Edition, byte[]> bytes)
      throws IOException {
    give(visit, edition -> Answer.file(bytes.apply(edition), type, visit.address().file(ending)));
  }

  private void give(SiteVisit visit, Function<Edition, Answer> draw) throws IOException {
    give(visit, () -> draw.apply(editions.at(visit.address())));
  }

  private byte[] packed(Edition edition, String name) {
    return Bundle.file(FILE, editions.bundle(edition.published()), name)
        .orElseThrow(() -> new NotFound(name));
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    var out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
