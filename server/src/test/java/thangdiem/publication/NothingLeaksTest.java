package thangdiem.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.council.Adoptions;
import thangdiem.council.GivenCouncil;
import thangdiem.council.GivenCouncil.Sitting;
import thangdiem.orgunit.OrgUnits;
import thangdiem.rights.Crawl;

/**
 * Nothing of an adopted result is told before its hour (F12, F13): who need not know it finds it on
 * no page and in no file, and outside nothing changes while it waits.
 */
@ServerTest
class NothingLeaksTest {

  private static final String NUMBER = "8731/QĐ-UBND";
  private static final String SEEN = "519/QĐ-UBND";
  private static final Pattern CHANGING =
      Pattern.compile("name=\"_csrf\" value=\"[^\"]*\"|<meta name=\"csrf\"[^>]*>");

  /** What was decided about criterion I.1 of the first unit: 95 of 100 of 15 points. */
  private static final List<String> POINTS = List.of("14,25", "14.25");

  @LocalServerPort private int port;
  @Autowired private GivenCouncil given;
  @Autowired private Province province;
  @Autowired private Adoptions adoptions;
  @Autowired private OrgUnits units;

  private static Sitting waiting;

  /** A result that was adopted and published, and that nobody may see before 2090. */
  private synchronized Sitting waiting() {
    if (waiting == null) {
      var adopted = given.adopted();
      publish(adopted);
      waiting = adopted;
    }
    return waiting;
  }

  private void publish(Sitting sitting) {
    publish(sitting, NUMBER, "01/01/2090 08:00");
  }

  private void publish(Sitting sitting, String number, String visibleFrom) {
    var answer =
        new Visitor(port)
            .signedIn(province.somebody(Role.ORGANISER).login())
            .post(
                "/rounds/" + sitting.round().key() + "/publication",
                Map.of("number", number, "on", "01/01/2018", "visibleFrom", visibleFrom));
    assertThat(answer.statusCode()).isEqualTo(302);
  }

  private List<String> secrets(Sitting sitting) {
    var adopted = adoptions.of(sitting.round()).getFirst();
    return Stream.concat(
            POINTS.stream(), Stream.of(NUMBER, adopted.sha256(), adopted.resultsSha256()))
        .toList();
  }

  /** Those who have no part in deciding, publishing or auditing. */
  @ParameterizedTest
  @EnumSource(names = {"CLERK", "HEAD", "COMMUNE_CLERK", "INSPECTOR", "VERIFIER", "ADMINISTRATOR"})
  void whoNeedNotKnowFindsItOnNoPageAndInNoFile(Role role) {
    var sitting = waiting();
    var elsewhere = sitting.clerks().get(1).unit();
    var visitor = new Visitor(port).signedIn(province.somebody(role, elsewhere).login());

    var found = crawl(visitor, sitting);

    assertThat(found.keySet()).as("pages that were read").hasSizeGreaterThan(5);
    assertThat(found.values()).allMatch(List::isEmpty, "tells nothing");
  }

  @ParameterizedTest
  @EnumSource(names = {"CLERK", "HEAD", "VERIFIER", "INSPECTOR", "ADMINISTRATOR"})
  void untilItsHourTheRoundIsAdoptedAndNoMore(Role role) {
    assertThat(phases(role)).allSatisfy(said -> assertThat(said).startsWith("Đã thông qua"));
  }

  @ParameterizedTest
  @EnumSource(names = {"ORGANISER", "COUNCIL_SECRETARY", "CHAIRMAN"})
  void whoPublishesReadsThatItIsPublished(Role role) {
    assertThat(phases(role)).allSatisfy(said -> assertThat(said).startsWith("Đã công bố"));
  }

  @Test
  void aClerkWhoseResultWaitsIsOfferedNoComparison() {
    var waits = given.adopted();
    publish(waits);
    var clerk = waits.clerks().getFirst();

    var form = new Visitor(port).signedIn(clerk.login()).get(form(waits, clerk)).body();

    assertThat(form).contains("/advice\"").doesNotContain("/comparison\"");
  }

  @Test
  void aClerkWhoseResultIsPublicIsOfferedTheComparison() {
    var seen = given.adopted();
    publish(seen, SEEN, "");
    var clerk = seen.clerks().getFirst();

    var form = new Visitor(port).signedIn(clerk.login()).get(form(seen, clerk)).body();

    assertThat(form).contains("/comparison\"");
  }

  private String form(Sitting sitting, Somebody clerk) {
    return "/rounds/"
        + sitting.round().key()
        + "/assessments/"
        + units.withId(clerk.unit()).orElseThrow().code()
        + "/sections/I";
  }

  @Test
  void anAuditorReadsThatItIsAdoptedAndNoEventOfWhatWaits() {
    var auditor = new Visitor(port).signedIn(province.somebody(Role.AUDITOR).login());
    var key = waiting().round().key();
    var ledger = "/ledger?kind=ROUND_PUBLISHED&text=";

    var chairman = auditor.get("/rounds/" + key + "/chairman").body();
    var untold = auditor.get(ledger + "8731").body();
    var values = auditor.get("/ledger/values?table=publication&at=31%2F12%2F2089+08%3A00").body();

    assertThat(after(chairman, "<h1 class=\"headline\">")).startsWith("Đã thông qua");
    assertThat(untold).contains("chưa đến giờ được kể").doesNotContain(NUMBER);
    assertThat(values).doesNotContain(NUMBER);
  }

  @Test
  void anAuditorReadsTheEventOfWhatIsPublic() {
    var auditor = new Visitor(port).signedIn(province.somebody(Role.AUDITOR).login());
    var seen = given.adopted();
    publish(seen, SEEN, "");

    var told = auditor.get("/ledger?kind=ROUND_PUBLISHED&text=519").body();

    assertThat(told).contains(SEEN);
  }

  /** What the list of rounds, the round's page and the search say of its phase. */
  private List<String> phases(Role role) {
    var key = waiting().round().key();
    var visitor = new Visitor(port).signedIn(province.somebody(role).login());
    return List.of(
        after(visitor.get("/rounds").body(), "href=\"/rounds/" + key + "\"", "<span>"),
        after(visitor.get("/rounds/" + key).body(), "<h1 class=\"headline\">", ""),
        after(
            visitor.get("/search?q=" + key).body(),
            "href=\"/rounds/" + key + "\"",
            "<small class=\"muted\">"));
  }

  private static String after(String page, String... marks) {
    int at = 0;
    for (var mark : marks) {
      assertThat(page.indexOf(mark, at)).as(mark).isNotNegative();
      at = page.indexOf(mark, at) + mark.length();
    }
    return page.substring(at).strip();
  }

  @Test
  void nobodyOutsideFindsItAnywhere() {
    var sitting = waiting();

    var found = crawl(new Visitor(port), sitting);

    assertThat(found.keySet()).contains("/published", "/sign-in");
    assertThat(found.values()).allMatch(List::isEmpty, "tells nothing");
  }

  @Test
  void whoPublishesFindsItSoThatTheSearchIsKnownToFind() {
    var sitting = waiting();
    var visitor = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());

    var page = "/rounds/" + sitting.round().key() + "/publication";
    for (var path : List.of(page, page + "/decision.pdf", page + "/1/bundle.zip")) {
      assertThat(told(Crawl.text(visitor.download(path)), secrets(sitting))).as(path).isNotEmpty();
    }
  }

  @Test
  void outsideNothingChangesWhileAResultWaitsForItsHour() {
    var sitting = given.adopted();
    var before = outside(sitting);

    publish(sitting);

    assertThat(outside(sitting)).isEqualTo(before);
  }

  /** All that an address answers to everybody: status, headers and bytes. */
  private Map<String, String> outside(Sitting sitting) {
    var site = "/published/" + sitting.round().key();
    var unit = units.withId(sitting.clerks().getFirst().unit()).orElseThrow().code();
    var answers = new TreeMap<String, String>();
    for (var path :
        List.of(
            "/",
            "/sign-in",
            "/receipt",
            "/published",
            "/published/feed.xml",
            site,
            site + "/1",
            site + "/1/vi/",
            site + "/1/en/",
            site + "/1/vi/units/" + unit,
            site + "/1/vi/by/I",
            site + "/1/vi/changes",
            site + "/1/vi/method",
            site + "/1/vi/data",
            site + "/1/vi/widget",
            site + "/1/vi/results.json",
            site + "/1/vi/results.csv",
            site + "/1/vi/results.xlsx",
            site + "/1/vi/bundle.zip",
            site + "/1/vi/decision.pdf",
            site + "/1/vi/decision-signed.pdf",
            site + "/1/vi/picture.png",
            site + "/2/vi/")) {
      answers.put(path, told(new Visitor(port).get(path)));
    }
    return answers;
  }

  private static String told(HttpResponse<String> answer) {
    var headers =
        answer.headers().map().entrySet().stream()
            .filter(header -> !Set.of("date", "set-cookie", "keep-alive").contains(header.getKey()))
            .map(header -> header.getKey() + "=" + header.getValue())
            .sorted()
            .collect(Collectors.joining("\n"));
    return answer.statusCode()
        + "\n"
        + headers
        + "\n"
        + CHANGING.matcher(answer.body()).replaceAll("");
  }

  /** What of the secrets each page and file tells that links lead to. */
  private Map<String, List<String>> crawl(Visitor visitor, Sitting sitting) {
    var told = new LinkedHashMap<String, List<String>>();
    var secrets = secrets(sitting);
    Crawl.of(visitor, sitting.round()).forEach((path, text) -> told.put(path, told(text, secrets)));
    return told;
  }

  private static List<String> told(String text, List<String> secrets) {
    return secrets.stream().filter(text::contains).toList();
  }
}
