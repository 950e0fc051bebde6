package thangdiem.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.ServerTest;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;

/** The public site, as somebody without an account reads it. */
@ServerTest
class PublishedPagesTest {

  private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2017-01-01T00:00:00+07:00");
  private static final OffsetDateTime ONE_DAY = OffsetDateTime.parse("2199-01-01T00:00:00+07:00");
  private static final int FIRST = 2101;
  private static final int SECOND = 2102;
  private static final int EMBARGOED = 2103;
  private static final String HOME = "/published/2102/1/vi/";
  private static final List<String> PAGES =
      List.of(
          "",
          "by/II",
          "groups/department",
          "groups/department/by/II",
          "units/so-y-te",
          "compare",
          "changes",
          "method",
          "method/calculator",
          "data",
          "widget",
          "picture.png",
          "results.json",
          "results.csv",
          "results.xlsx",
          "dictionary.csv",
          "bundle.zip");

  private static boolean given;

  @LocalServerPort private int port;

  @BeforeAll
  static void twoYearsAndOneThatMayNotBeSeenYet() {
    if (given) {
      return;
    }
    given = true;
    var units = GivenPublication.sample();
    var better =
        GivenPublication.changed(
            units,
            "so-y-te",
            unit -> {
              var facts = new java.util.LinkedHashMap<>(unit.facts());
              facts.replaceAll(
                  (_, fact) -> fact instanceof Fact.YesNo ? new Fact.YesNo(true) : fact);
              return new UnitAnswers(
                  unit.unit(),
                  unit.name(),
                  unit.group(),
                  facts,
                  unit.previous(),
                  unit.notApplicable(),
                  unit.deductions(),
                  unit.submittedAt(),
                  unit.reported());
            });
    var more =
        Map.of(
            "publication.json",
            publication(SECOND, 1, ",\"demo\":true"),
            "claimed.json",
            GivenPublication.answers(SECOND, better),
            "verified.json",
            GivenPublication.answers(SECOND, units),
            "findings.json",
            "[{\"unit\":\"so-y-te\",\"code\":\"I.8\",\"column\":\"verified\",\"reason\":\"Không có minh chứng <b>\"}]");
    GivenPublication.publish(FIRST, 1, GivenPublication.bundle(FIRST, units, Map.of()), LONG_AGO);
    GivenPublication.publish(
        SECOND, 1, GivenPublication.bundle(SECOND, better, more), LONG_AGO.plusDays(1));
    GivenPublication.publish(
        EMBARGOED, 1, GivenPublication.bundle(EMBARGOED, units, Map.of()), ONE_DAY);
  }

  private static String publication(int year, int version, String more) {
    return """
    {"round":"%d","year":%d,"version":%d,"name":"Đợt đánh giá năm %d",
     "province":"Ủy ban nhân dân tỉnh Hậu Giang",
     "decision":{"number":"519/QĐ-UBND","on":"2018-02-28"},
     "publishedAt":"2018-02-28T09:00:00+07:00","visibleFrom":"2018-02-28T09:00:00+07:00"%s}
    """
        .formatted(year, year, version, year, more);
  }

  private HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  private HttpResponse<String> send(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void theStandingsSayWhoIsFirstAndShowEveryUnit() {
    var page = get(HOME).body();

    assertThat(page).contains("đứng đầu năm 2102", "So với 2101", "Số liệu minh hoạ");
    assertThat(page.split("<svg class=\"stack\"", -1)).hasSize(32 + 1);
  }

  @Test
  void theLanguageIsInTheAddressAndWritesTheNumbers() {
    assertThat(get(HOME).body()).contains("<html lang=\"vi\"").containsPattern(">\\d{3},\\d\\d<");
    assertThat(get(HOME.replace("/vi/", "/en/")).body())
        .contains("<html lang=\"en\"", "came first in 2102")
        .containsPattern(">\\d{3}\\.\\d\\d<")
        .doesNotContain("đứng đầu năm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"so-y-te", "so-tai-chinh", "so-noi-vu"})
  void thePointsOfAllCriteriaAddUpToTheTotal(String unit) {
    var page = get(HOME + "units/" + unit).body();

    var sum = BigDecimal.ZERO;
    var lines = Pattern.compile("<b class=\"n\">([\\d.]+,\\d\\d)</b><span class=\"m of\">");
    int found = 0;
    for (var line : lines.matcher(page).results().toList()) {
      sum = sum.add(number(line.group(1)));
      found++;
    }
    var total = Pattern.compile("<dd class=\"n\">([\\d.]+,\\d\\d) <small>/1\\.000").matcher(page);
    assertThat(found).isEqualTo(72);
    assertThat(total.find()).isTrue();
    assertThat(sum).isEqualByComparingTo(number(total.group(1)));
  }

  private static BigDecimal number(String vietnamese) {
    return new BigDecimal(vietnamese.replace(".", "").replace(',', '.'));
  }

  @Test
  void aUnitSeesWhatItClaimedWhatWasRecognisedAndWhy() {
    var page = get(HOME + "units/so-y-te").body();

    assertThat(page).contains("Đơn vị tự đánh giá", "Tự đánh giá ", " → thẩm định ");
    assertThat(page).contains("Không có minh chứng &lt;b&gt;").doesNotContain("chứng <b>");
  }

  @Test
  void aChangeIsSplitIntoPartsThatAddUp() {
    var rows =
        Pattern.compile(
                "<td class=\"n r\">(\\d+)</td><td class=\"n r\">(\\d+)</td>.*?= ([+−0-9]+)</td>"
                    + "<td class=\"n r part\">([+−0-9]+)</td><td class=\"n r part\">([+−0-9]+)</td>",
                Pattern.DOTALL)
            .matcher(get(HOME + "changes").body())
            .results()
            .toList();

    assertThat(rows).hasSize(32);
    var moved = new ArrayList<Integer>();
    for (var row : rows) {
      int places = Integer.parseInt(row.group(1)) - Integer.parseInt(row.group(2));
      assertThat(signed(row.group(3)) + signed(row.group(4)) + signed(row.group(5)))
          .isEqualTo(places);
      assertThat(signed(row.group(3))).as("the same rules").isZero();
      moved.add(places);
    }
    assertThat(moved).anyMatch(places -> places > 0);
  }

  private static int signed(String text) {
    return Integer.parseInt(text.replace('−', '-'));
  }

  @Test
  void theFirstYearHasNothingToCompareWith() {
    assertThat(get("/published/2101/1/vi/changes").body()).contains("Chưa có kết quả năm 2100");
  }

  @Test
  void whatMayNotBeSeenYetIsAnsweredAsWhatDoesNotExist() {
    for (var page : PAGES) {
      for (var method : List.of("GET", "HEAD")) {
        var embargoed = send(method, "/published/2103/1/vi/" + page);
        var unknown = send(method, "/published/1999/1/vi/" + page);
        assertThat(embargoed.statusCode()).as(page).isEqualTo(404);
        assertThat(embargoed.body()).as(page).isEqualTo(unknown.body());
        assertThat(told(embargoed)).as(page).isEqualTo(told(unknown));
      }
    }
    for (var path : List.of("", "/1", "/1/vi", "/1/state.css")) {
      assertThat(get("/published/2103" + path).body())
          .isEqualTo(get("/published/1999" + path).body());
    }
    assertThat(get("/published/feed.xml").body()).contains("/2102/1/").doesNotContain("/2103/");
    assertThat(get("/published").body()).contains("/2102/1/").doesNotContain("/2103/");
  }

  private static Map<String, List<String>> told(HttpResponse<?> answer) {
    var headers = new java.util.TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  @Test
  void aVersionsPagesAreKeptForEverAndSetNoCookie() {
    for (var page : PAGES) {
      if (page.equals("method/calculator")) {
        continue; // what somebody typed is nobody else's
      }
      for (int time = 1; time <= 2; time++) { // drawn, then given again
        var answer = get(HOME + page);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
            .as(page)
            .hasValue("public, max-age=31536000, immutable");
        assertThat(answer.headers().map()).as(page).doesNotContainKey("set-cookie");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
            .contains("default-src 'none'")
            .doesNotContain("unsafe", "script-src");
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        var again = get(HOME + page, "If-None-Match", tag);
        assertThat(again.statusCode()).as(page).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        var head = send("HEAD", HOME + page);
        assertThat(head.headers().firstValue("ETag")).hasValue(tag);
        assertThat(head.body()).isEmpty();
      }
    }
  }

  @Test
  void aPageAndItsStyleTravelInAHundredKilobytes() {
    long style = 0;
    var css = Pattern.compile("/published/style/[^\"]*public\\.css").matcher(get(HOME).body());
    assertThat(css.find()).isTrue();
    style += packed(css.group());
    var folder = css.group().replace("public.css", "");
    for (var font :
        List.of(
            "be-vietnam-pro-latin-400-normal",
            "be-vietnam-pro-latin-600-normal",
            "be-vietnam-pro-vietnamese-400-normal",
            "be-vietnam-pro-vietnamese-600-normal",
            "inter-digits-wght")) {
      style += packed(folder + font + ".woff2");
    }
    for (var page : List.of("", "units/so-y-te", "changes", "method", "data")) {
      assertThat(style + packed(HOME + page)).as(page).isLessThanOrEqualTo(100_000);
    }
  }

  private long packed(String path) {
    var answer = get(path, "Accept-Encoding", "gzip");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.headers().firstValueAsLong("Content-Length").orElseThrow();
  }

  @Test
  void aLargeProvinceIsReadPageByPage() {
    var sample = GivenPublication.sample();
    var many = new ArrayList<UnitAnswers>();
    for (int i = 0; i < 250; i++) {
      var one = sample.get(i % 24);
      many.add(
          new UnitAnswers(
              "don-vi-" + i,
              "Đơn vị thứ " + i,
              "department",
              one.facts(),
              one.previous(),
              List.of(),
              List.of(),
              one.submittedAt(),
              true));
    }
    GivenPublication.publish(2106, 1, GivenPublication.bundle(2106, many, Map.of()), LONG_AGO);
    var home = "/published/2106/1/vi/";

    assertThat(get(home).body().split("<svg class=\"stack\"", -1)).hasSize(20 + 1);
    assertThat(get(home).body()).contains("Xem cả 250 đơn vị");
    for (int page = 1; page <= 3; page++) {
      var group = get(home + "groups/department?page=" + page);
      assertThat(group.body().split("<svg class=\"stack\"", -1)).hasSize((page < 3 ? 100 : 50) + 1);
    }
    for (var none : List.of("0", "4", "-1", "x", "99999999999")) {
      assertThat(get(home + "groups/department?page=" + none).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void onlyTheWidgetMayBeFramed() {
    var units = GivenPublication.sample();
    GivenPublication.publish(2109, 1, GivenPublication.bundle(2109, units, Map.of()), LONG_AGO);
    var fresh = "/published/2109/1/vi/";

    for (var answer : List.of("drawn", "given again")) {
      var widget = get(fresh + "widget").headers();
      assertThat(widget.firstValue("Content-Security-Policy").orElse(""))
          .as(answer)
          .endsWith("frame-ancestors *");
      assertThat(widget.firstValue("X-Frame-Options")).as(answer).isEmpty();
      var page = get(fresh).headers();
      assertThat(page.firstValue("Content-Security-Policy").orElse(""))
          .as(answer)
          .contains("frame-ancestors 'none'");
      assertThat(page.firstValue("X-Frame-Options")).as(answer).hasValue("DENY");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare?units=so-y-te,khong-co",
        "compare?units=so-y-te",
        "compare?units=a,b,c,d,e,f",
        "compare?units=%3Cscript%3Ealert(1)%3C/script%3E,so-y-te",
        "method/calculator?criterion=%22%3E%3Cscript%3E",
        "method/calculator?criterion=I.1&group=khong-co&fact.staff=%3Cb%3E&fact.computers=-1",
        "method/calculator?criterion=I.1&fact.staff=0&fact.computers=999999999999999999999999999999"
      })
  void whateverIsAskedIsAnsweredInWordsAndKeptByNobody(String question) {
    var answer = get(HOME + question);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("<script", "<b>\"").contains("class=\"wrong\"");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void theCalculatorSaysThePointsAndWhy() {
    var page = get(HOME + "method/calculator?criterion=I.1&fact.staff=66&fact.computers=61").body();

    assertThat(page).contains("Được 13,86 trên 15 điểm", "61 máy / 66 người");
  }

  @Test
  void unitsCompareSideBySide() {
    assertThat(get(HOME + "compare?units=so-y-te&units=so-tai-chinh&units=&units=").body())
        .contains("Sở Y tế", "Sở Tài chính", "Khác nhau ở đâu");
  }

  @Test
  void theAddressOfAYearLeadsToItsLatestVersion() {
    var answer = get("/published/2102");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(HOME);
  }

  @Test
  void anOldVersionSaysSoThoughTheOneAfterItWasNeverPublished() {
    var bundle = GivenPublication.bundle(2107, GivenPublication.sample(), Map.of());
    GivenPublication.publish(2107, 1, bundle, LONG_AGO);
    GivenPublication.publish(2107, 3, bundle, LONG_AGO);

    assertThat(get("/published/2107/1/state.css").body()).contains(".newer[hidden]{display:block}");
    assertThat(get("/published/2107/3/state.css").body()).isEmpty();
  }

  @Test
  void anOldVersionLeadsToTheCorrectedOneAndStays() {
    var units = GivenPublication.sample();
    GivenPublication.publish(2105, 1, GivenPublication.bundle(2105, units, Map.of()), LONG_AGO);
    var before = get("/published/2105/1/vi/").body();
    assertThat(get("/published/2105/1/state.css").body()).isEmpty();

    GivenPublication.publish(
        2105,
        2,
        GivenPublication.bundle(
            2105,
            units,
            Map.of(
                "publication.json",
                publication(
                    2105,
                    2,
                    ",\"correction\":{\"document\":\"9/QĐ-HĐ\",\"on\":\"2018-03-09\","
                        + "\"unit\":\"so-y-te\",\"code\":\"I.1\",\"words\":\"Sửa số máy tính\"}"))),
        LONG_AGO);

    assertThat(get("/published/2105/1/vi/").body())
        .isEqualTo(before)
        .contains("Bản 1 đã được thay");
    assertThat(get("/published/2105/1/state.css").body()).contains(".newer[hidden]{display:block}");
    assertThat(get("/published/2105/2/vi/").body())
        .contains("Bản 2 thay bản 1 theo 9/QĐ-HĐ: Sửa số máy tính");
    assertThat(get("/published/2105/2/state.css").body()).isEmpty();
  }
}
